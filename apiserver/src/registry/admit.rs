//! Asks admission about a write: before the kind prepares and checks the object, and after that. Called by create, update and the
//! endpoints that write in their own way. What is asked there is `admission`'s.

use admission::{Attributes, Meter as _, Stage};
use kinds::strategy::Operation;
use meta::status::Status;
use object::Tree;

use super::Write;

impl Write<'_> {
    /// The same write without admission: a step of a request that was asked about as a whole.
    #[must_use]
    pub(crate) fn unasked(mut self) -> Self {
        self.lookup = None;
        self
    }

    fn attributes<'c>(&'c self, operation: Operation, name: &'c str, old: Option<&'c Tree>) -> Attributes<'c> {
        Attributes {
            operation,
            resource: &self.hub.resource,
            namespace: self.namespace,
            name,
            subresource: self.subresource,
            old,
            user: self.user,
            gates: self.world.gates.as_ref(),
            dry_run: self.dry_run,
            meter: &self.world.metrics.admission,
        }
    }

    /// Lets plugins change the object; a deletion brings none.
    ///
    /// # Errors
    /// The first refusal.
    pub(crate) async fn mutate(
        &self,
        operation: Operation,
        name: &str,
        object: Option<&mut Tree>,
        old: Option<&Tree>,
    ) -> Result<(), Status> {
        let Some(lookup) = &self.lookup else { return Ok(()) };
        let meter = &self.world.metrics.admission;
        let began = meter.now();
        let verdict = admission::mutate(object, &self.attributes(operation, name, old), lookup).await;
        meter.stepped(Stage::Admit, operation, began, verdict.is_err());
        verdict
    }

    /// Lets plugins judge the object as it would be stored.
    ///
    /// # Errors
    /// The first refusal.
    pub(crate) async fn admit(&self, operation: Operation, name: &str, object: &Tree, old: Option<&Tree>) -> Result<(), Status> {
        let Some(lookup) = &self.lookup else { return Ok(()) };
        let meter = &self.world.metrics.admission;
        let began = meter.now();
        let verdict = admission::validate(object, &self.attributes(operation, name, old), lookup).await;
        meter.stepped(Stage::Validate, operation, began, verdict.is_err());
        verdict
    }
}
