//! The API operations of a group version, made from what is served: paths, methods, identifiers, parameters, bodies, answers. The
//! writers of OpenAPI v3 and v2 read it; it must stay free of either form's spelling.

use kinds::table::{self, TYPES};

use crate::descriptions::Descriptions;
use crate::parameters::{Parameter, Place, Set, in_path};
use crate::schema::names;
use crate::served::{Group, Kind, Resource, Subresource, Version, path_of};

/// What a body or an answer holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    /// A definition, in each of the object formats.
    Object(String),
    /// The same, and in the formats of watch streams.
    Stream(String),
    /// Text in each of the object formats and as plain text.
    Log,
    /// Text in one format.
    Text(&'static str),
    /// A definition, as JSON only.
    Json(String),
}

impl Content {
    /// The definition, if it is one.
    pub(crate) fn definition(&self) -> Option<&str> {
        match self {
            Self::Object(name) | Self::Stream(name) | Self::Json(name) => Some(name),
            Self::Log | Self::Text(_) => None,
        }
    }
}

/// What a request's body holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Request {
    None,
    /// A definition, which must or may be sent.
    Object {
        definition: String,
        required: bool,
    },
    /// A patch in any of the patch formats.
    Patch,
}

/// One operation.
#[derive(Debug)]
pub(crate) struct Operation<'a> {
    /// HTTP method in lower case.
    pub(crate) method: &'static str,
    /// `x-kubernetes-action`; empty for operations outside of resources.
    pub(crate) action: &'static str,
    pub(crate) id: String,
    pub(crate) description: String,
    /// Parameters that not all operations of the path share.
    pub(crate) parameters: Vec<Parameter<'a>>,
    pub(crate) request: Request,
    pub(crate) content: Content,
    /// Success codes; `401` comes on top.
    pub(crate) codes: &'static [(&'static str, &'static str)],
    pub(crate) kind: Option<Kind>,
}

/// One path.
#[derive(Debug)]
pub(crate) struct PathItem<'a> {
    pub(crate) path: String,
    /// In the order get, put, post, delete, options, head, patch.
    pub(crate) operations: Vec<Operation<'a>>,
    /// Parameters of all operations.
    pub(crate) parameters: Vec<Parameter<'a>>,
}

/// Paths under one tag.
#[derive(Debug)]
pub(crate) struct Paths<'a> {
    pub(crate) tag: String,
    pub(crate) items: Vec<PathItem<'a>>,
}

const READ: &[(&str, &str)] = &[("200", "OK")];
const CREATE: &[(&str, &str)] = &[("200", "OK"), ("201", "Created"), ("202", "Accepted")];
const UPDATE: &[(&str, &str)] = &[("200", "OK"), ("201", "Created")];
const DELETE: &[(&str, &str)] = &[("200", "OK"), ("202", "Accepted")];

const META: &str = "io.k8s.apimachinery.pkg.apis.meta.v1.";

const METHODS: [&str; 7] = ["get", "put", "post", "delete", "options", "head", "patch"];

/// Names of the documents that no group brings.
pub(crate) const ROOTS: [&str; 5] = [".well-known/openid-configuration", "api", "apis", "openid/v1/jwks", "version"];

/// The operations at the roots: version, discovery, service account issuer. `path` is the document's name.
pub(crate) fn of_root(path: &str) -> Option<Paths<'static>> {
    let meta = |kind: &str| Content::Object(format!("{META}{kind}"));
    let (tag, id, description, content) = match path {
        "api" => ("core".to_owned(), "getCoreAPIVersions".to_owned(), "get available API versions", meta("APIVersions")),
        "apis" => ("apis".to_owned(), "getAPIVersions".to_owned(), "get available API versions", meta("APIGroupList")),
        "version" => (
            "version".to_owned(),
            "getCodeVersion".to_owned(),
            "get the server's release",
            Content::Json(names::VERSION_INFO.to_owned()),
        ),
        ".well-known/openid-configuration" => (
            "WellKnown".to_owned(),
            "getServiceAccountIssuerOpenIDConfiguration".to_owned(),
            "get the OpenID configuration of the service account issuer",
            Content::Text("application/json"),
        ),
        "openid/v1/jwks" => (
            "openid".to_owned(),
            "getServiceAccountIssuerOpenIDKeyset".to_owned(),
            "get the public keys that service account tokens are verified with",
            Content::Text("application/jwk-set+json"),
        ),
        _ => {
            let group = path.strip_prefix("apis/")?;
            let (tag, title) = group_names(group);
            (tag, format!("get{title}APIGroup"), "get information of a group", meta("APIGroup"))
        }
    };
    let item = root_item(format!("/{path}/"), id, description, content);
    Some(Paths { tag, items: vec![item] })
}

fn root_item(path: String, id: String, description: &str, content: Content) -> PathItem<'static> {
    let operation = Operation {
        method: "get",
        action: "",
        id,
        description: description.to_owned(),
        parameters: Vec::new(),
        request: Request::None,
        content,
        codes: READ,
        kind: None,
    };
    PathItem { path, operations: vec![operation], parameters: Vec::new() }
}

/// The operations of one group version, paths in byte order.
pub(crate) fn of_version<'a>(group: &Group, version: &Version, descriptions: &'a Descriptions) -> Paths<'a> {
    let (tag, title) = group_names(&group.name);
    let mut build = Builder {
        group,
        version,
        prefix: format!("/{}", path_of(&group.name, &version.name)),
        title: format!("{title}{}", capital(&version.name)),
        descriptions,
        items: Vec::new(),
    };
    let list = Content::Object(format!("{META}APIResourceList"));
    let root =
        root_item(format!("{}/", build.prefix), format!("get{}APIResources", build.title), "get available resources", list);
    build.items.push(root);
    version.resources.iter().for_each(|r| build.resource(r));
    build.items.sort_by(|a, b| a.path.cmp(&b.path));
    Paths { tag: format!("{tag}_{}", version.name), items: build.items }
}

/// `rbac.authorization.k8s.io` -> (`rbacAuthorization`, `RbacAuthorization`).
fn group_names(group: &str) -> (String, String) {
    if group.is_empty() {
        return ("core".to_owned(), "Core".to_owned());
    }
    let title: String = group.strip_suffix(".k8s.io").unwrap_or(group).split('.').map(capital).collect();
    let mut chars = title.chars();
    let tag = chars.next().map(|c| c.to_ascii_lowercase()).into_iter().chain(chars).collect();
    (tag, title)
}

pub(crate) fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|c| c.to_ascii_uppercase()).into_iter().chain(chars).collect()
}

/// `a Pod`, `an Event`, `Endpoints`.
fn with_article(kind: &str) -> String {
    if kind.ends_with('s') && !kind.ends_with("ss") {
        return kind.to_owned();
    }
    let article = if kind.starts_with(['A', 'E', 'I', 'O', 'U']) { "an" } else { "a" };
    format!("{article} {kind}")
}

/// Whether a deletion answers with the deleted object instead of a Status, as the reference's documents say.
#[must_use]
pub fn returns_deleted(group: &str, version: &str, plural: &str) -> bool {
    match group {
        "" => matches!(
            plural,
            "persistentvolumeclaims"
                | "persistentvolumes"
                | "pods"
                | "podtemplates"
                | "resourcequotas"
                | "serviceaccounts"
                | "services"
        ),
        "resource.k8s.io" => (version, plural) != ("v1", "devicetaintrules"),
        "storage.k8s.io" => plural != "csistoragecapacities",
        _ => false,
    }
}

/// Builds the paths of one version.
struct Builder<'a, 'b> {
    group: &'b Group,
    version: &'b Version,
    prefix: String,
    /// Group and version within operation identifiers.
    title: String,
    descriptions: &'a Descriptions,
    items: Vec<PathItem<'a>>,
}

/// An operation before its path is known.
struct Draft {
    method: &'static str,
    action: &'static str,
    id: String,
    description: String,
    parameters: Set,
    request: Request,
    content: Content,
    codes: &'static [(&'static str, &'static str)],
}

impl<'a> Builder<'a, '_> {
    fn own(&self, kind: &str) -> Kind {
        Kind::new(&self.group.name, &self.version.name, kind)
    }

    /// The definition of a kind; a kind without one is shown as an untyped object.
    fn name(&self, kind: &Kind) -> String {
        let found = table::struct_of(&kind.group, &kind.version, &kind.kind);
        found.map_or_else(|| names::RAW_EXTENSION.to_owned(), |id| TYPES.get(id).name.clone().into_owned())
    }

    fn resource(&mut self, resource: &Resource) {
        let namespaced = if resource.namespaced { "Namespaced" } else { "" };
        let place = if resource.namespaced { "/namespaces/{namespace}" } else { "" };
        let collection = format!("{place}/{}", resource.plural);
        let item = format!("{collection}/{{name}}");
        let kind = self.own(&resource.kind);

        let drafts = self.collection_operations(resource, namespaced);
        self.add(&collection, &kind, drafts);
        let drafts = self.item_operations(resource, namespaced);
        self.add(&item, &kind, drafts);
        if resource.has("watch") {
            self.add(&format!("/watch{collection}"), &kind, vec![self.watch(resource, namespaced, "List", "watchlist")]);
            self.add(&format!("/watch{item}"), &kind, vec![self.watch(resource, namespaced, "", "watch")]);
        }
        if resource.namespaced {
            let all = format!("/{}", resource.plural);
            if resource.has("list") {
                self.add(&all, &kind, vec![self.list(resource, "", "ForAllNamespaces")]);
            }
            if resource.has("watch") {
                let draft = self.watch(resource, "", "ListForAllNamespaces", "watchlist");
                self.add(&format!("/watch{all}"), &kind, vec![draft]);
            }
        }
        for subresource in &resource.subresources {
            self.subresource(resource, subresource, &item, namespaced);
        }
    }

    fn list(&self, resource: &Resource, namespaced: &str, suffix: &str) -> Draft {
        let watch = if resource.has("watch") { "list or watch" } else { "list" };
        Draft {
            method: "get",
            action: "list",
            id: format!("list{}{namespaced}{}{suffix}", self.title, resource.kind),
            description: format!("{watch} objects of kind {}", resource.kind),
            parameters: Set::List,
            request: Request::None,
            content: Content::Stream(self.name(&self.own(&format!("{}List", resource.kind)))),
            codes: READ,
        }
    }

    fn watch(&self, resource: &Resource, namespaced: &str, suffix: &str, action: &'static str) -> Draft {
        let what = if action == "watch" { "one object" } else { "objects" };
        let instead =
            if action == "watch" { "list with watch=true and a fieldSelector for the name" } else { "list with watch=true" };
        Draft {
            method: "get",
            action,
            id: format!("watch{}{namespaced}{}{suffix}", self.title, resource.kind),
            description: format!("watch {what} of kind {}. deprecated: {instead} does the same.", resource.kind),
            parameters: Set::List,
            request: Request::None,
            content: Content::Stream(names::WATCH_EVENT.to_owned()),
            codes: READ,
        }
    }

    fn collection_operations(&self, resource: &Resource, namespaced: &str) -> Vec<Draft> {
        let mut out = Vec::new();
        let (title, kind) = (&self.title, &resource.kind);
        if resource.has("list") {
            out.push(self.list(resource, namespaced, ""));
        }
        if resource.has("create") {
            let definition = self.name(&self.own(kind));
            out.push(Draft {
                method: "post",
                action: "post",
                id: format!("create{title}{namespaced}{kind}"),
                description: format!("create {}", with_article(kind)),
                parameters: Set::Write,
                request: Request::Object { definition: definition.clone(), required: true },
                content: Content::Object(definition),
                codes: CREATE,
            });
        }
        if resource.has("deletecollection") {
            out.push(Draft {
                method: "delete",
                action: "deletecollection",
                id: format!("delete{title}Collection{namespaced}{kind}"),
                description: format!("delete collection of {kind}"),
                parameters: Set::DeleteCollection,
                request: Request::Object { definition: names::DELETE_OPTIONS.to_owned(), required: false },
                content: Content::Object(format!("{META}Status")),
                codes: READ,
            });
        }
        out
    }

    fn item_operations(&self, resource: &Resource, namespaced: &str) -> Vec<Draft> {
        let (title, kind) = (&self.title, &resource.kind);
        let definition = self.name(&self.own(kind));
        let target = Target {
            id: format!("{title}{namespaced}{kind}"),
            text: format!("the specified {kind}"),
            definition: definition.clone(),
        };
        let mut out = target.changes(|verb| resource.has(verb));
        if resource.has("delete") {
            let status = format!("{META}Status");
            out.push(Draft {
                method: "delete",
                action: "delete",
                id: format!("delete{title}{namespaced}{kind}"),
                description: format!("delete {}", with_article(kind)),
                parameters: Set::Delete,
                request: Request::Object { definition: names::DELETE_OPTIONS.to_owned(), required: false },
                content: Content::Object(if returns_deleted(&self.group.name, &self.version.name, &resource.plural) {
                    definition
                } else {
                    status
                }),
                codes: DELETE,
            });
        }
        out
    }

    fn subresource(&mut self, resource: &Resource, subresource: &Subresource, item: &str, namespaced: &str) {
        let path = format!("{item}/{}", subresource.name);
        let part = capital(&subresource.name);
        let has = |verb: &str| subresource.verbs.iter().any(|v| v == verb);
        if subresource.kind.kind.ends_with("Options") {
            self.add(&path, &subresource.kind, self.connects(resource, subresource, namespaced, ""));
            if subresource.name == "proxy" {
                let drafts = self.connects(resource, subresource, namespaced, "WithPath");
                self.add(&format!("{path}/{{path}}"), &subresource.kind, drafts);
            }
            return;
        }
        let target = Target {
            id: format!("{}{namespaced}{}{part}", self.title, resource.kind),
            text: format!("{} of the specified {}", subresource.name, resource.kind),
            definition: self.name(&subresource.kind),
        };
        let mut drafts = target.changes(has);
        if has("create") {
            drafts.push(Draft {
                method: "post",
                action: "post",
                id: format!("create{}", target.id),
                description: format!("create {} of {}", subresource.name, with_article(&resource.kind)),
                parameters: Set::Write,
                request: Request::Object { definition: target.definition.clone(), required: true },
                content: Content::Object(target.definition),
                codes: CREATE,
            });
        }
        if subresource.name == "log" {
            for draft in &mut drafts {
                (draft.parameters, draft.content) = (Set::Log, Content::Log);
            }
        }
        self.add(&path, &subresource.kind, drafts);
    }

    /// Operations that hand the connection on: one for each method that the subresource knows.
    fn connects(&self, resource: &Resource, subresource: &Subresource, namespaced: &str, suffix: &str) -> Vec<Draft> {
        let set = match &*subresource.name {
            "attach" => Set::Attach,
            "exec" => Set::Exec,
            "portforward" => Set::PortForward,
            _ => Set::Proxy,
        };
        let methods: &[&str] = if set == Set::Proxy { &METHODS } else { &["get", "post"] };
        let draft = |method: &&'static str| Draft {
            method,
            action: "connect",
            id: format!(
                "connect{}{}{namespaced}{}{}{suffix}",
                self.title,
                capital(method),
                resource.kind,
                capital(&subresource.name)
            ),
            description: format!("connect {} requests to {} of {}", method.to_uppercase(), subresource.name, resource.kind),
            parameters: set,
            request: Request::None,
            content: Content::Text("*/*"),
            codes: READ,
        };
        methods.iter().map(draft).collect()
    }

    /// Adds a path, with the parameters that all its operations share taken out of them.
    fn add(&mut self, path: &str, kind: &Kind, mut drafts: Vec<Draft>) {
        if drafts.is_empty() {
            return;
        }
        drafts.sort_by_key(|d| METHODS.iter().position(|m| *m == d.method));
        let mut fixed = Vec::new();
        if path.contains("{name}") {
            fixed.push(in_path("name", format!("name of the {}", kind.kind)));
        }
        if path.contains("{namespace}") {
            fixed.push(in_path("namespace", "namespace of the object: the scope of its name and of access rights"));
        }
        if path.contains("{path}") {
            fixed.push(in_path("path", "path behind the proxy"));
        }
        let sets: Vec<Vec<Parameter<'a>>> = drafts.iter().map(|d| d.parameters.query(self.descriptions)).collect();
        let shared = |p: &Parameter<'a>| sets.iter().all(|set| set.contains(p));
        let mut parameters: Vec<Parameter<'a>> = sets[0].iter().filter(|p| shared(p)).cloned().chain(fixed).collect();
        parameters.sort_by_key(|p| (p.name, p.place == Place::Query));
        let operations = drafts
            .into_iter()
            .zip(&sets)
            .map(|(draft, set)| Operation {
                method: draft.method,
                action: draft.action,
                id: draft.id,
                description: draft.description,
                parameters: set.iter().filter(|p| !parameters.contains(p)).cloned().collect(),
                request: draft.request,
                content: draft.content,
                codes: draft.codes,
                kind: Some(kind.clone()),
            })
            .collect();
        self.items.push(PathItem { path: format!("{}{path}", self.prefix), operations, parameters });
    }
}

/// What read, replace and patch operations work on: an object or a part of it.
struct Target {
    /// End of the operation's identifier.
    id: String,
    text: String,
    definition: String,
}

impl Target {
    fn changes(&self, has: impl Fn(&str) -> bool) -> Vec<Draft> {
        let known = [
            ("get", "get", "read", "read", Set::Read, READ),
            ("update", "put", "replace", "replace", Set::Write, UPDATE),
            ("patch", "patch", "patch", "partially update", Set::Patch, UPDATE),
        ];
        let draft = |(verb, method, id, text, parameters, codes): (&str, &'static str, &str, &str, Set, _)| Draft {
            method,
            action: method,
            id: format!("{id}{}", self.id),
            description: format!("{text} {}", self.text),
            parameters,
            request: match verb {
                "get" => Request::None,
                "update" => Request::Object { definition: self.definition.clone(), required: true },
                _ => Request::Patch,
            },
            content: Content::Object(self.definition.clone()),
            codes,
        };
        known.into_iter().filter(|(verb, ..)| has(verb)).map(draft).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_have_the_names_that_clients_generate_code_from() {
        let check = |group: &str, tag: &str, title: &str| assert_eq!(group_names(group), (tag.to_owned(), title.to_owned()));
        check("", "core", "Core");
        check("apps", "apps", "Apps");
        check("rbac.authorization.k8s.io", "rbacAuthorization", "RbacAuthorization");
        check("flowcontrol.apiserver.k8s.io", "flowcontrolApiserver", "FlowcontrolApiserver");
    }

    #[test]
    fn kinds_take_the_right_article() {
        let check = |kind: &str, expect: &str| assert_eq!(with_article(kind), expect);
        check("Pod", "a Pod");
        check("Event", "an Event");
        check("Endpoints", "Endpoints");
        check("Ingress", "an Ingress");
    }
}
