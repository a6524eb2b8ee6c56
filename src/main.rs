//! The page's program: it makes `<decision-widget>` known to the browser.

fn main() {
    decision_widget::element::define(decision_widget::views::Parcels::LINKED_IN);
}
