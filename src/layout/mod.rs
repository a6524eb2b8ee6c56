//! Where marks go: charts as numbers, before anything is drawn.
