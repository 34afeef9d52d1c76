//! Objects that follow each other in lists, encoded together: what one list made of them the next one takes, as long as they are the very
//! same. Kept with the first of them, so that nobody has to lock anything to find it, and gone with it.

use std::any::Any;
use std::sync::{Arc, Weak};

use crate::Object;
use crate::encodings::{Encodings, Room};

/// What was made of some objects.
#[derive(Debug)]
pub(crate) struct Run {
    form: u64,
    /// They cannot be mistaken for others: the memory of a dead one is not used again as long as it is named here.
    members: Box<[Weak<Object>]>,
    made: Arc<dyn Any + Send + Sync>,
    _room: Room,
}

impl Run {
    fn is_of(&self, form: u64, objects: &[Arc<Object>]) -> bool {
        let same = |(member, object): (&Weak<Object>, &Arc<Object>)| std::ptr::eq(member.as_ptr(), Arc::as_ptr(object));
        self.form == form && self.members.len() <= objects.len() && self.members.iter().zip(objects).all(same)
    }
}

impl Object {
    /// What [`Object::keep_run`] was given for this object and those that follow it in `objects`, which begins with it: how many they are,
    /// and what was made of them in a form.
    #[must_use]
    pub fn run(form: u64, objects: &[Arc<Self>]) -> Option<(usize, Arc<dyn Any + Send + Sync>)> {
        let run = objects.first()?.run.load();
        let run = run.as_ref().filter(|run| run.is_of(form, objects))?;
        Some((run.members.len(), run.made.clone()))
    }

    /// Keeps what was made of some objects, as far as there is room for so many bytes; a form is a number that the caller gives out.
    /// The object remembers one run, the last.
    pub fn keep_run(
        form: u64,
        objects: &[Arc<Self>],
        made: Arc<dyn Any + Send + Sync>,
        bytes: usize,
        encodings: &Arc<Encodings>,
    ) {
        let Some(first) = objects.first() else { return };
        // What is there makes room before the new one looks for it.
        first.run.store(None);
        let Some(room) = encodings.take(bytes + size_of_val(objects)) else { return };
        let members = objects.iter().map(Arc::downgrade).collect();
        first.run.store(Some(Arc::new(Run { form, members, made, _room: room })));
    }
}

#[cfg(test)]
mod tests {
    use storage::{Key, Revision};

    use super::*;
    use crate::ObjectParts;

    fn objects(count: u64) -> Vec<Arc<Object>> {
        let one = |n| Arc::new(Object::new(Key::from(format!("/r/{n}")), Revision(n), ObjectParts::default()));
        (0..count).map(one).collect()
    }

    fn found(form: u64, objects: &[Arc<Object>]) -> Option<(usize, u32)> {
        Object::run(form, objects).map(|(count, made)| (count, *made.downcast::<u32>().unwrap()))
    }

    #[test]
    fn a_run_is_found_for_the_same_objects_in_the_same_form_only() {
        let (mut list, room) = (objects(5), Arc::new(Encodings::new(1 << 10)));
        assert_eq!(found(1, &list), None);
        Object::keep_run(1, &list[1..4], Arc::new(7_u32), 10, &room);
        assert_eq!(found(1, &list[1..]), Some((3, 7)));
        assert_eq!(found(1, &list[1..4]), Some((3, 7)));
        for (form, from, to) in [(2, 1, 5), (1, 0, 5), (1, 2, 5), (1, 1, 3), (1, 5, 5)] {
            assert_eq!(found(form, &list[from..to]), None, "form {form}, {from} to {to}");
        }
        // Another version of one of them, in the same place.
        let replaced = std::mem::replace(&mut list[2], objects(1).remove(0));
        drop(replaced);
        assert_eq!(found(1, &list[1..]), None);
    }

    #[test]
    fn room_comes_back_with_the_first_object_or_the_next_run() {
        let (list, room) = (objects(3), Arc::new(Encodings::new(400)));
        Object::keep_run(1, &list, Arc::new(1_u32), 250, &room);
        let used = room.used();
        assert!(used > 250, "{used}");
        Object::keep_run(1, &list[1..], Arc::new(2_u32), 250, &room);
        assert_eq!(found(1, &list[1..]), None, "no room for two");
        Object::keep_run(1, &list, Arc::new(3_u32), 250, &room);
        assert_eq!((found(1, &list), room.used()), (Some((3, 3)), used));
        drop(list);
        assert_eq!(room.used(), 0);
    }
}
