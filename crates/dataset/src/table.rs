//! Small collections by id: sorted lists, which take a tenth of the code of a
//! tree and are quicker for the few dozen entries that a comparison has.

use core::fmt;
use core::marker::PhantomData;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::Id;

/// A map from ids, in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table<V>(pub(crate) Vec<(Id, V)>);

/// A set of ids, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IdSet(Vec<Id>);

impl<V> Default for Table<V> {
    fn default() -> Self {
        Table(Vec::new())
    }
}

impl<V> Table<V> {
    fn find(&self, id: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(key, _)| key.as_str().cmp(id))
    }

    /// The value of an id.
    pub fn get(&self, id: &str) -> Option<&V> {
        self.find(id).ok().map(|place| &self.0[place].1)
    }

    /// The value of an id, to change it.
    pub fn get_mut(&mut self, id: &str) -> Option<&mut V> {
        self.find(id).ok().map(|place| &mut self.0[place].1)
    }

    /// Whether there is a value.
    pub fn contains_key(&self, id: &str) -> bool {
        self.find(id).is_ok()
    }

    /// Sets the value of an id.
    pub fn insert(&mut self, id: Id, value: V) {
        match self.find(&id) {
            Ok(place) => self.0[place].1 = value,
            Err(place) => self.0.insert(place, (id, value)),
        }
    }

    /// Takes the value of an id away.
    pub fn remove(&mut self, id: &str) {
        if let Ok(place) = self.find(id) {
            self.0.remove(place);
        }
    }

    /// All entries, by rising id.
    pub fn iter(&self) -> impl Iterator<Item = (Id, &V)> {
        self.0.iter().map(|(id, value)| (*id, value))
    }

    /// All ids, rising.
    pub fn keys(&self) -> impl Iterator<Item = Id> {
        self.0.iter().map(|(id, _)| *id)
    }

    /// All values, by rising id.
    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.0.iter().map(|(_, value)| value)
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// For tests and other places that know what is there; panics otherwise.
impl<V> core::ops::Index<&str> for Table<V> {
    type Output = V;

    fn index(&self, id: &str) -> &V {
        self.get(id).unwrap_or_else(|| panic!("nothing under \"{id}\""))
    }
}

impl<V: Default> Table<V> {
    /// The value of an id, made if it is missing.
    pub fn or_default(&mut self, id: Id) -> &mut V {
        let place = self.find(&id).unwrap_or_else(|place| {
            self.0.insert(place, (id, V::default()));
            place
        });
        &mut self.0[place].1
    }
}

impl<V> FromIterator<(Id, V)> for Table<V> {
    fn from_iter<I: IntoIterator<Item = (Id, V)>>(entries: I) -> Self {
        let mut table = Table::default();
        for (id, value) in entries {
            table.insert(id, value);
        }
        table
    }
}

impl<V: Serialize> Serialize for Table<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Table<V> {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        struct Reader<V>(PhantomData<V>);
        impl<'de, V: Deserialize<'de>> Visitor<'de> for Reader<V> {
            type Value = Table<V>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Table<V>, A::Error> {
                let mut table = Table::default();
                while let Some((id, value)) = map.next_entry()? {
                    table.insert(id, value);
                }
                Ok(table)
            }
        }
        source.deserialize_map(Reader(PhantomData))
    }
}

impl IdSet {
    /// Whether an id is in the set.
    pub fn contains(&self, id: &str) -> bool {
        self.0.iter().any(|it| it == id)
    }

    /// Puts an id in.
    pub fn insert(&mut self, id: Id) {
        if let Err(place) = self.0.binary_search(&id) {
            self.0.insert(place, id);
        }
    }

    /// Takes an id out.
    pub fn remove(&mut self, id: &str) {
        self.0.retain(|it| it != id);
    }

    /// Takes all ids out.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// All ids, rising.
    pub fn iter(&self) -> impl Iterator<Item = Id> {
        self.0.iter().copied()
    }

    /// How many ids there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<Id> for IdSet {
    fn from_iter<I: IntoIterator<Item = Id>>(ids: I) -> Self {
        let mut set = IdSet::default();
        for id in ids {
            set.insert(id);
        }
        set
    }
}
