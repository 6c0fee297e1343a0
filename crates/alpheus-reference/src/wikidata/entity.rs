//! An entity of a dump, as far as it bears on a table; all else is passed over unread.

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor},
};
use std::{borrow::Cow, collections::BTreeMap, fmt, marker::PhantomData};

/// The JSON of a line: without the comma that parts entities. `None` for the brackets
/// around them.
pub(super) fn json(line: &[u8]) -> Result<Option<&[u8]>, String> {
    let line = line.trim_ascii();
    let line = line.strip_suffix(b",").unwrap_or(line).trim_ascii_end();
    match line {
        b"" | b"[" | b"]" => Ok(None),
        [b'{', .., b'}'] => Ok(Some(line)),
        _ => Err("not an entity: expected an object on a line of its own".to_owned()),
    }
}

/// An entity: its names in a language, and its statements of the properties that may be
/// wanted.
#[derive(Debug, Default)]
pub(super) struct Entity<'l> {
    pub(super) id: Cow<'l, str>,
    pub(super) labels: Wanted<'l, Text<'l>>,
    pub(super) aliases: Wanted<'l, Vec<Text<'l>>>,
    pub(super) claims: Wanted<'l, Vec<Statement<'l>>>,
}

/// What is kept of an object, by its keys.
pub(super) type Wanted<'l, V> = BTreeMap<Cow<'l, str>, V>;

/// The properties that may be wanted: class, birth, death, office, begin, end, day.
pub(super) const PROPERTIES: [&str; 7] =
    ["P31", "P569", "P570", "P39", "P580", "P582", "P585"];
/// The language whose names are good in every other.
pub(super) const EVERY_LANGUAGE: &str = "mul";

impl<'l> Entity<'l> {
    /// Reads an entity, with its names in a language.
    pub(super) fn read(json: &'l [u8], language: &str) -> Result<Self, String> {
        let mut from = serde_json::Deserializer::from_slice(json);
        let entity = In(&[language, EVERY_LANGUAGE]).deserialize(&mut from);
        let entity = entity.map_err(|error| error.to_string())?;
        from.end().map_err(|error| error.to_string())?;
        if entity.id.is_empty() {
            Err("the entity has no `id`".to_owned())
        } else {
            Ok(entity)
        }
    }
}

/// Reads an entity with its names in these languages.
struct In<'k>(&'k [&'k str]);

impl<'de> DeserializeSeed<'de> for In<'_> {
    type Value = Entity<'de>;
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for In<'_> {
    type Value = Entity<'de>;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an entity")
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entity = Entity::default();
        while let Some(Key(key)) = map.next_key()? {
            match &*key {
                "id" => entity.id = map.next_value::<Key<'de>>()?.0,
                "labels" => entity.labels = map.next_value_seed(Keep::new(self.0))?,
                "aliases" => entity.aliases = map.next_value_seed(Keep::new(self.0))?,
                "claims" => {
                    entity.claims = map.next_value_seed(Keep::new(&PROPERTIES))?;
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(entity)
    }
}

/// A text in a language.
#[derive(Debug, Deserialize)]
pub(super) struct Text<'l> {
    #[serde(borrow)]
    pub(super) value: Cow<'l, str>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Statement<'l> {
    #[serde(borrow)]
    pub(super) mainsnak: Snak<'l>,
    #[serde(borrow)]
    pub(super) rank: Cow<'l, str>,
    #[serde(default, borrow, deserialize_with = "ends")]
    pub(super) qualifiers: Wanted<'l, Vec<Snak<'l>>>,
    #[serde(default)]
    pub(super) references: Vec<IgnoredAny>,
}

/// A property with its value, if that is known.
#[derive(Debug, Deserialize)]
pub(super) struct Snak<'l> {
    #[serde(borrow)]
    pub(super) datavalue: Option<Datum<'l>>,
}

/// A value of a type that may be wanted.
#[derive(Debug)]
pub(super) enum Datum<'l> {
    Time(Time<'l>),
    Entity(Cow<'l, str>),
    Other,
}

/// A value of time, as Wikibase has it.
#[derive(Clone, Debug, Deserialize)]
#[allow(clippy::struct_field_names, reason = "the names are Wikibase's")]
pub(super) struct Time<'l> {
    /// `+1815-12-10T00:00:00Z`, in the calendar of the model.
    #[serde(borrow)]
    pub(super) time: Cow<'l, str>,
    /// 9 a year, 10 a month, 11 a day.
    pub(super) precision: u8,
    /// The address of an entity.
    #[serde(borrow)]
    pub(super) calendarmodel: Cow<'l, str>,
}

/// The value of a datum: any of its forms, told apart by the fields it has.
#[derive(Deserialize)]
struct Fields<'l> {
    #[serde(borrow)]
    time: Option<Cow<'l, str>>,
    precision: Option<u8>,
    #[serde(borrow)]
    calendarmodel: Option<Cow<'l, str>>,
    #[serde(borrow)]
    id: Option<Cow<'l, str>>,
    #[serde(rename = "numeric-id")]
    numeric: Option<u64>,
}

impl<'de: 'l, 'l> Deserialize<'de> for Datum<'l> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Wrapped<'l> {
            #[serde(borrow)]
            value: Maybe<'l>,
        }
        let Wrapped { value: Maybe(fields) } = Wrapped::deserialize(from)?;
        Ok(fields.map_or(Datum::Other, Fields::datum))
    }
}

impl<'l> Fields<'l> {
    fn datum(self) -> Datum<'l> {
        match (self.time, self.precision, self.calendarmodel, self.id, self.numeric) {
            (Some(time), Some(precision), Some(calendarmodel), ..) => {
                Datum::Time(Time { time, precision, calendarmodel })
            }
            (.., Some(id), _) => Datum::Entity(id),
            (.., Some(number)) => Datum::Entity(format!("Q{number}").into()),
            _ => Datum::Other,
        }
    }
}

/// The fields of an object; `None` for a value of another shape.
struct Maybe<'l>(Option<Fields<'l>>);

impl<'de: 'l, 'l> Deserialize<'de> for Maybe<'l> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Shape;
        impl<'de> Visitor<'de> for Shape {
            type Value = Maybe<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value")
            }
            fn visit_map<A: MapAccess<'de>>(
                self,
                map: A,
            ) -> Result<Self::Value, A::Error> {
                let map = serde::de::value::MapAccessDeserializer::new(map);
                Fields::deserialize(map).map(|fields| Maybe(Some(fields)))
            }
            fn visit_str<E>(self, _: &str) -> Result<Self::Value, E> {
                Ok(Maybe(None))
            }
        }
        from.deserialize_any(Shape)
    }
}

/// The qualifiers that say from when to when a statement holds.
fn ends<'de, D: Deserializer<'de>>(
    from: D,
) -> Result<Wanted<'de, Vec<Snak<'de>>>, D::Error> {
    Keep::new(&["P580", "P582"]).deserialize(from)
}

/// Keeps the values of some keys of an object and passes over the others. PHP writes an
/// empty object as an empty list.
struct Keep<'k, V> {
    keys: &'k [&'k str],
    value: PhantomData<V>,
}

impl<'k, V> Keep<'k, V> {
    fn new(keys: &'k [&'k str]) -> Self {
        Keep { keys, value: PhantomData }
    }
}

impl<'de, V: Deserialize<'de>> DeserializeSeed<'de> for Keep<'_, V> {
    type Value = Wanted<'de, V>;
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de, V: Deserialize<'de>> Visitor<'de> for Keep<'_, V> {
    type Value = Wanted<'de, V>;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object, or an empty list")
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut kept = BTreeMap::new();
        while let Some(Key(key)) = map.next_key()? {
            if self.keys.contains(&&*key) {
                kept.insert(key, map.next_value()?);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(kept)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        match seq.next_element::<IgnoredAny>()? {
            None => Ok(BTreeMap::new()),
            Some(_) => {
                Err(serde::de::Error::custom("expected an object or an empty list"))
            }
        }
    }
}

/// A key, borrowed where it has no escapes.
#[derive(Deserialize)]
struct Key<'l>(#[serde(borrow)] Cow<'l, str>);
