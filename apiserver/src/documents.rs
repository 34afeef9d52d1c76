//! Discovery and OpenAPI documents of one server: made when somebody first asks, kept from then on. Start-up pays nothing for them.

use std::sync::{Arc, OnceLock};

use openapi::discovery::Discovery;
use openapi::v2::OpenApiV2;
use openapi::v3::OpenApi;

use crate::catalog::Catalog;

/// The documents.
#[derive(Default)]
pub(crate) struct Documents {
    discovery: OnceLock<Discovery>,
    openapi: OnceLock<OpenApi>,
    openapi_v2: OnceLock<OpenApiV2>,
}

impl Documents {
    /// Discovery, legacy and aggregated.
    pub(crate) fn discovery(&self, catalog: &Catalog) -> &Discovery {
        self.discovery.get_or_init(|| Discovery::new(Arc::new(catalog.served())))
    }

    /// OpenAPI v3.
    pub(crate) fn openapi(&self, catalog: &Catalog) -> &OpenApi {
        self.openapi.get_or_init(|| OpenApi::new(self.discovery(catalog).served().clone()))
    }

    /// OpenAPI v2.
    pub(crate) fn openapi_v2(&self, catalog: &Catalog) -> &OpenApiV2 {
        self.openapi_v2.get_or_init(|| OpenApiV2::new(self.discovery(catalog).served().clone()))
    }
}
