//! Label selectors (apimachinery `pkg/labels`): requirements, matching, canonical text. The text form is parsed in
//! [`parse`](Selector::parse). Used by lists, watches, controllers' selectors and validators. Knows nothing about where labels
//! come from: matching takes a look-up function.

mod parse;
mod rules;

use std::fmt;

use crate::Text;
use crate::field::{FieldError, Path, Value, aggregate};
use crate::name;

pub use rules::{SelectorOptions, has_invalid_value, validate_label_name, validate_labels, validate_selector};

/// How a requirement compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Operator {
    /// `!key`
    DoesNotExist,
    /// `key=value`
    Equals,
    /// `key==value`
    DoubleEquals,
    /// `key in (a,b)`
    In,
    /// `key!=value`
    NotEquals,
    /// `key notin (a,b)`
    NotIn,
    /// `key`
    Exists,
    /// `key>1`
    GreaterThan,
    /// `key<1`
    LessThan,
}

impl Operator {
    /// Upstream's word for it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::DoesNotExist => "!",
            Self::Equals => "=",
            Self::DoubleEquals => "==",
            Self::In => "in",
            Self::NotEquals => "!=",
            Self::NotIn => "notin",
            Self::Exists => "exists",
            Self::GreaterThan => "gt",
            Self::LessThan => "lt",
        }
    }
}

/// One condition on one label.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Requirement {
    key: String,
    operator: Operator,
    values: Vec<String>,
}

/// Why a selector was refused; the text is upstream's.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct SelectorError(pub String);

/// One `matchExpressions` entry of a `LabelSelector`.
#[derive(Clone, Copy, Debug)]
pub struct Expression<'a, S = &'a str> {
    /// Label key.
    pub key: &'a str,
    /// `In`, `NotIn`, `Exists`, `DoesNotExist`.
    pub operator: &'a str,
    /// Values; empty for the last two.
    pub values: &'a [S],
}

impl Requirement {
    /// Checks and makes a requirement.
    ///
    /// # Errors
    /// A bad key, a bad value, or a number of values that does not fit the operator.
    pub fn new(key: &str, operator: Operator, values: Vec<String>) -> Result<Self, SelectorError> {
        let shown = Value::list(&values);
        Self::checked(key, operator, values, shown)
    }

    fn checked(key: &str, operator: Operator, values: Vec<String>, shown: Value) -> Result<Self, SelectorError> {
        let mut errors = Vec::new();
        errors.extend(key_error(key, &Path::new("key")));
        let path = Path::new("values");
        let wrong_count = match operator {
            Operator::In | Operator::NotIn => {
                values.is_empty().then_some("for 'in', 'notin' operators, values set can't be empty")
            }
            Operator::Equals | Operator::DoubleEquals | Operator::NotEquals => {
                (values.len() != 1).then_some("exact-match compatibility requires one single value")
            }
            Operator::Exists | Operator::DoesNotExist => {
                (!values.is_empty()).then_some("values set must be empty for exists and does not exist")
            }
            Operator::GreaterThan | Operator::LessThan => {
                (values.len() != 1).then_some("for 'Gt', 'Lt' operators, exactly one value is required")
            }
        };
        if let Some(complaint) = wrong_count {
            errors.push(FieldError::invalid(&path, shown, complaint));
        }
        if matches!(operator, Operator::GreaterThan | Operator::LessThan) {
            for (i, value) in values.iter().enumerate() {
                if value.parse::<i64>().is_err() {
                    let complaint = "for 'Gt', 'Lt' operators, the value must be an integer";
                    errors.push(FieldError::invalid(&path.index(i), value.as_str(), complaint));
                }
            }
        }
        for (i, value) in values.iter().enumerate() {
            let complaints = name::label_value(value);
            if !complaints.is_empty() {
                errors.push(FieldError::invalid(&path.index(i).key(key), value.as_str(), complaints.join("; ")));
            }
        }
        if errors.is_empty() {
            return Ok(Self { key: key.to_owned(), operator, values });
        }
        Err(SelectorError(aggregate(&errors)))
    }

    /// The label.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// How it compares.
    #[must_use]
    pub fn operator(&self) -> Operator {
        self.operator
    }

    /// The values: sorted when parsed from text, as given otherwise.
    #[must_use]
    pub fn values(&self) -> &[String] {
        &self.values
    }

    /// Whether the value of this requirement's label (`None`: no such label) satisfies it.
    #[must_use]
    pub fn matches_value(&self, value: Option<&str>) -> bool {
        match self.operator {
            Operator::In | Operator::Equals | Operator::DoubleEquals => value.is_some_and(|v| self.has(v)),
            Operator::NotIn | Operator::NotEquals => value.is_none_or(|v| !self.has(v)),
            Operator::Exists => value.is_some(),
            Operator::DoesNotExist => value.is_none(),
            Operator::GreaterThan | Operator::LessThan => {
                let Some(Ok(have)) = value.map(str::parse::<i64>) else { return false };
                let [wanted] = self.values.as_slice() else { return false };
                let Ok(wanted) = wanted.parse::<i64>() else { return false };
                if self.operator == Operator::GreaterThan { have > wanted } else { have < wanted }
            }
        }
    }

    fn has(&self, value: &str) -> bool {
        self.values.iter().any(|v| v == value)
    }
}

fn key_error(key: &str, path: &Path) -> Option<FieldError> {
    let complaints = name::qualified_name(key);
    (!complaints.is_empty()).then(|| FieldError::invalid(path, key, complaints.join("; ")))
}

impl fmt::Display for Requirement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.operator == Operator::DoesNotExist {
            f.write_str("!")?;
        }
        f.write_str(&self.key)?;
        let set = match self.operator {
            Operator::Exists | Operator::DoesNotExist => return Ok(()),
            Operator::Equals => "=",
            Operator::DoubleEquals => "==",
            Operator::NotEquals => "!=",
            Operator::GreaterThan => ">",
            Operator::LessThan => "<",
            Operator::In => " in (",
            Operator::NotIn => " notin (",
        };
        f.write_str(set)?;
        let mut values: Vec<&str> = self.values.iter().map(String::as_str).collect();
        values.sort_unstable();
        f.write_str(&values.join(","))?;
        if matches!(self.operator, Operator::In | Operator::NotIn) {
            f.write_str(")")?;
        }
        Ok(())
    }
}

/// A label selector: all requirements must hold. The default one matches everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Selector {
    requirements: Vec<Requirement>,
    nothing: bool,
}

impl Selector {
    /// Matches everything.
    #[must_use]
    pub const fn everything() -> Self {
        Self { requirements: Vec::new(), nothing: false }
    }

    /// Matches nothing (a `LabelSelector` that is not there).
    #[must_use]
    pub const fn nothing() -> Self {
        Self { requirements: Vec::new(), nothing: true }
    }

    /// Reads `labelSelector` of a query, such as `a=b,c in (d,e),!f`.
    ///
    /// # Errors
    /// Bad syntax, keys or values, in upstream's words.
    pub fn parse(text: &str) -> Result<Self, SelectorError> {
        Ok(Self::from_requirements(parse::parse(text)?))
    }

    /// From checked requirements.
    #[must_use]
    pub fn from_requirements(mut requirements: Vec<Requirement>) -> Self {
        requirements.sort_by(|a, b| a.key.cmp(&b.key));
        Self { requirements, nothing: false }
    }

    /// Exactly these labels, unchecked (upstream's `SelectorFromSet`).
    pub fn from_set<'a>(set: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let exact = |(key, value): (&str, &str)| Requirement {
            key: key.to_owned(),
            operator: Operator::Equals,
            values: vec![value.to_owned()],
        };
        Self::from_requirements(set.into_iter().map(exact).collect())
    }

    /// From the parts of a `LabelSelector` (upstream's `LabelSelectorAsSelector`); no parts at all match everything. For a
    /// `LabelSelector` that is not there take [`Selector::nothing`].
    ///
    /// # Errors
    /// A bad key, value or operator.
    pub fn from_parts<'a, S: AsRef<str> + 'a>(
        match_labels: impl IntoIterator<Item = (&'a str, &'a str)>,
        match_expressions: impl IntoIterator<Item = Expression<'a, S>>,
    ) -> Result<Self, SelectorError> {
        let mut requirements = Vec::new();
        for (key, value) in match_labels {
            requirements.push(Requirement::new(key, Operator::Equals, vec![value.to_owned()])?);
        }
        for expression in match_expressions {
            let operator = match expression.operator {
                "In" => Operator::In,
                "NotIn" => Operator::NotIn,
                "Exists" => Operator::Exists,
                "DoesNotExist" => Operator::DoesNotExist,
                other => {
                    let message = format!("{} is not a valid label selector operator", crate::text::Quoted(other));
                    return Err(SelectorError(message));
                }
            };
            let values: Vec<String> = expression.values.iter().map(|v| v.as_ref().to_owned()).collect();
            // Upstream copies the list by appending to nil, so that an empty one prints as null.
            let shown = if values.is_empty() { Value::null() } else { Value::list(&values) };
            requirements.push(Requirement::checked(expression.key, operator, values, shown)?);
        }
        Ok(Self::from_requirements(requirements))
    }

    /// Whether an object with these labels matches; `get` looks a label up.
    pub fn matches<'a>(&self, get: impl Fn(&str) -> Option<&'a str>) -> bool {
        !self.nothing && self.requirements.iter().all(|r| r.matches_value(get(&r.key)))
    }

    /// Restricts nothing.
    #[must_use]
    pub fn is_everything(&self) -> bool {
        !self.nothing && self.requirements.is_empty()
    }

    /// Can match nothing.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.nothing
    }

    /// The requirements, ordered by key; empty for everything and for nothing.
    #[must_use]
    pub fn requirements(&self) -> &[Requirement] {
        &self.requirements
    }

    /// Adds requirements.
    #[must_use]
    pub fn and(mut self, more: impl IntoIterator<Item = Requirement>) -> Self {
        if self.nothing {
            return self;
        }
        self.requirements.extend(more);
        Self::from_requirements(self.requirements)
    }

    /// The one value that this label must have, where the first requirement on it says so.
    #[must_use]
    pub fn requires_exact(&self, key: &str) -> Option<&str> {
        let requirement = self.requirements.iter().find(|r| r.key == key)?;
        match (requirement.operator, requirement.values.as_slice()) {
            (Operator::Equals | Operator::DoubleEquals | Operator::In, [value]) => Some(value),
            _ => None,
        }
    }
}

impl fmt::Display for Selector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, requirement) in self.requirements.iter().enumerate() {
            if i > 0 {
                f.write_str(",")?;
            }
            requirement.fmt(f)?;
        }
        Ok(())
    }
}

impl From<SelectorError> for Text {
    fn from(error: SelectorError) -> Self {
        Self::Owned(error.0)
    }
}

#[cfg(test)]
mod tests;
