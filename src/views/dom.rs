//! Elements, put together by plain calls.
//!
//! `html!` writes out every element where it stands, which costs about 300
//! bytes of wasm each; a call costs a tenth of that. The page has some 150
//! kinds of elements, and readers pay for each byte before they see anything.

use std::rc::Rc;

use web_sys::Event;
use yew::virtual_dom::{
    AttributeOrProperty, Attributes, Listener, ListenerKind, VList, VNode, VTag, VText,
};
use yew::{AttrValue, Callback, Html, NodeRef};

/// An element under construction. Its `Rc` has no second owner before it is
/// handed over, so every change finds it.
pub(super) struct Tag(Rc<VTag>);

/// An element with its class; an empty class is none.
pub(super) fn tag(name: &'static str, class: &'static str) -> Tag {
    let mut tag = VTag::new(name);
    if !class.is_empty() {
        let values = Box::new([Some(AttributeOrProperty::Attribute(AttrValue::Static(class)))]);
        tag.set_attributes(Attributes::Dynamic { keys: &["class"], values });
    }
    Tag(Rc::new(tag))
}

/// An element that holds nothing but words.
pub(super) fn words(name: &'static str, class: &'static str, text: &str) -> Html {
    tag(name, class).text(text).into()
}

/// Several nodes side by side.
pub(super) fn all(nodes: Vec<Html>) -> Html {
    VNode::VList(Rc::new(VList::with_children(nodes, None)))
}

impl Tag {
    fn change(mut self, change: impl FnOnce(&mut VTag)) -> Self {
        if let Some(tag) = Rc::get_mut(&mut self.0) {
            change(tag);
        }
        self
    }

    /// Sets an attribute to one of few known values.
    pub(super) fn is(self, name: &'static str, value: &'static str) -> Self {
        self.change(|tag| tag.add_attribute(name, value))
    }

    /// Sets an attribute.
    pub(super) fn set(self, name: &'static str, value: String) -> Self {
        self.change(|tag| tag.add_attribute(name, value))
    }

    /// Sets an attribute to "true" or "false".
    pub(super) fn says(self, name: &'static str, value: bool) -> Self {
        self.is(name, if value { "true" } else { "false" })
    }

    /// Sets an attribute that means something by being there.
    pub(super) fn has(self, name: &'static str, value: bool) -> Self {
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
        self.is("tabindex", "-1").change(|tag| tag.node_ref = place.clone())
    }

    /// Calls back when it is pressed, by whatever means.
    pub(super) fn on_click(self, callback: Callback<Event>) -> Self {
        self.on(On::Click(callback))
    }

    /// Calls back when the reader has changed the field.
    pub(super) fn on_change(self, callback: Callback<Event>) -> Self {
        self.on(On::Change(callback))
    }

    fn on(self, listener: On) -> Self {
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

/// What the page listens to.
enum On {
    Click(Callback<Event>),
    Change(Callback<Event>),
}

impl Listener for On {
    fn kind(&self) -> ListenerKind {
        match self {
            On::Click(_) => ListenerKind::onclick,
            On::Change(_) => ListenerKind::onchange,
        }
    }

    fn handle(&self, event: Event) {
        let (On::Click(callback) | On::Change(callback)) = self;
        callback.emit(event);
    }

    fn passive(&self) -> bool {
        false
    }
}
