//! Elements, put together by plain calls.
//!
//! `html!` writes out every element where it stands, which costs about 300
//! bytes of wasm each; a call costs a tenth of that. The page has some 150
//! kinds of elements, and readers pay for each byte before they see anything.

use std::rc::Rc;

use web_sys::Event;
use yew::virtual_dom::{
    AttributeOrProperty, Attributes, Key, Listener, ListenerKind, VList, VNode, VTag, VText,
};
use yew::{AttrValue, Html, NodeRef};

use super::message::{Message, Send};

macro_rules! attributes {
    ($($name:ident $text:literal)*) => {
        /// The attributes that the page uses.
        #[derive(Clone, Copy)]
        pub(super) enum Attr { $($name),* }

        /// Their names. One list for all elements: two elements that share it
        /// are compared slot by slot, without a hash map.
        static NAMES: &[&str] = &[$($text),*];
    };
}

attributes! {
    Class "class" Part "part" Role "role" TabIndex "tabindex" Lang "lang" Dir "dir"
    X "x" Y "y" X1 "x1" X2 "x2" Y1 "y1" Y2 "y2" Width "width" Height "height"
    ViewBox "viewBox" D "d"
    Type "type" Name "name" Value "value" Max "max" Selected "selected" ReadOnly "readonly"
    Open "open" Title "title"
    AriaBusy "aria-busy" AriaDisabled "aria-disabled" AriaHidden "aria-hidden"
    AriaLabel "aria-label" AriaPressed "aria-pressed"
    DataChart "data-chart" DataKeep "data-keep" DataKind "data-kind" DataMain "data-main"
    DataQuestion "data-question" DataAnswered "data-answered" DataChanges "data-changes"
    DataSlot "data-slot" DataStatus "data-status" DataTheme "data-theme"
    DataVerdict "data-verdict" DataWhole "data-whole"
}

/// An element under construction. Its `Rc` has no second owner before it is
/// handed over, so every change finds it.
pub(super) struct Tag(Rc<VTag>);

/// An element with its class; an empty class is none.
pub(super) fn tag(name: &'static str, class: &'static str) -> Tag {
    let mut tag = VTag::new(name);
    let values = vec![None; NAMES.len()].into_boxed_slice();
    tag.set_attributes(Attributes::Dynamic { keys: NAMES, values });
    let tag = Tag(Rc::new(tag));
    if class.is_empty() { tag } else { tag.is(Attr::Class, class) }
}

/// An element that holds nothing but words.
pub(super) fn words(name: &'static str, class: &'static str, text: &str) -> Html {
    tag(name, class).text(text).into()
}

/// Several nodes side by side.
pub(super) fn all(nodes: Vec<Html>) -> Html {
    VNode::VList(Rc::new(VList::with_children(nodes, None)))
}

/// Several nodes side by side, to which others will be added at the end. Yew
/// counts those without keys from there, and would draw all of them anew.
pub(super) fn growing(nodes: impl Iterator<Item = Html>) -> Html {
    let keyed = |(place, node): (usize, Html)| {
        VNode::VList(Rc::new(VList::with_children(vec![node], Some(Key::from(place)))))
    };
    all(nodes.enumerate().map(keyed).collect())
}

impl Tag {
    fn change(mut self, change: impl FnOnce(&mut VTag)) -> Self {
        if let Some(tag) = Rc::get_mut(&mut self.0) {
            change(tag);
        }
        self
    }

    /// Sets an attribute to one of few known values.
    pub(super) fn is(self, name: Attr, value: &'static str) -> Self {
        self.give(name, AttrValue::Static(value))
    }

    /// Sets an attribute.
    pub(super) fn set(self, name: Attr, value: String) -> Self {
        self.give(name, AttrValue::from(value))
    }

    fn give(self, name: Attr, value: AttrValue) -> Self {
        self.change(|tag| {
            if let Attributes::Dynamic { values, .. } = &mut tag.attributes
                && let Some(slot) = values.get_mut(name as usize)
            {
                *slot = Some(AttributeOrProperty::Attribute(value));
            }
        })
    }

    /// Sets an attribute to "true" or "false".
    pub(super) fn says(self, name: Attr, value: bool) -> Self {
        self.is(name, if value { "true" } else { "false" })
    }

    /// Sets an attribute that means something by being there.
    pub(super) fn has(self, name: Attr, value: bool) -> Self {
        if value { self.is(name, "") } else { self }
    }

    /// Ticks a field or takes the tick away.
    pub(super) fn checked(self, checked: bool) -> Self {
        self.change(|tag| tag.set_checked(checked))
    }

    /// Tells it apart from its neighbours when they change places.
    pub(super) fn key(self, key: &str) -> Self {
        self.change(|tag| tag.key = Some(key.into()))
    }

    /// Makes it a place that can be jumped to.
    pub(super) fn place(self, place: &NodeRef) -> Self {
        self.is(Attr::TabIndex, "-1").change(|tag| tag.node_ref = place.clone())
    }

    /// Sends a message when it is pressed, by whatever means.
    pub(super) fn on_click(self, send: &Send, message: Message) -> Self {
        self.on(false, send, message)
    }

    /// Sends a message when the reader has changed the field.
    pub(super) fn on_change(self, send: &Send, message: Message) -> Self {
        self.on(true, send, message)
    }

    fn on(self, to_change: bool, send: &Send, message: Message) -> Self {
        let listener = On { to_change, send: send.clone(), message };
        self.change(|tag| {
            tag.add_listener(Rc::new(listener));
        })
    }

    /// Appends words.
    pub(super) fn text(self, text: &str) -> Self {
        self.put(VText::new(AttrValue::from(text.to_owned())).into())
    }

    /// Appends a node.
    pub(super) fn add(self, child: impl Into<Html>) -> Self {
        self.put(child.into())
    }

    /// Appends a node or an empty place, so that the neighbours keep theirs.
    pub(super) fn maybe(self, child: Option<Html>) -> Self {
        self.put(child.unwrap_or_default())
    }

    /// Appends a node for each item.
    pub(super) fn each<T>(
        self,
        items: impl IntoIterator<Item = T>,
        mut draw: impl FnMut(T) -> Html,
    ) -> Self {
        let mut nodes = Vec::new();
        for item in items {
            nodes.push(draw(item));
        }
        self.put(all(nodes))
    }

    fn put(self, child: Html) -> Self {
        self.change(|tag| tag.add_child(child))
    }
}

impl From<Tag> for Html {
    fn from(tag: Tag) -> Html {
        VNode::VTag(tag.0)
    }
}

/// What an element listens to, and what it says then.
struct On {
    /// To changes, or else to clicks.
    to_change: bool,
    send: Send,
    message: Message,
}

impl Listener for On {
    fn kind(&self) -> ListenerKind {
        if self.to_change { ListenerKind::onchange } else { ListenerKind::onclick }
    }

    fn handle(&self, event: Event) {
        self.send.emit((self.message.clone(), event));
    }

    fn passive(&self) -> bool {
        false
    }
}
