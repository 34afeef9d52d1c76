//! Discovery documents of the built-in resources against what the reference server (v1.37.2) printed.

use kinds::resource::Release;

use super::*;

const V1_37: Release = Release { major: 1, minor: 37 };

fn default_server() -> Discovery {
    Discovery::new(Arc::new(Served::built_in(V1_37, &|_, _, _, default| default)))
}

fn all_on() -> Discovery {
    Discovery::new(Arc::new(Served::built_in(V1_37, &|_, _, _, _| true)))
}

fn text(bytes: &Bytes) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// The tags are hashes of the documents: equal tags mean equal documents.
#[test]
fn aggregated_documents_are_those_of_the_reference() {
    let check = |discovery: &Discovery, core: &str, groups: &str| {
        assert_eq!(discovery.aggregated_core().etag, core);
        assert_eq!(discovery.aggregated_groups().etag, groups);
        for tagged in [discovery.aggregated_core(), discovery.aggregated_groups()] {
            let head =
                "{\"kind\":\"APIGroupDiscoveryList\",\"apiVersion\":\"apidiscovery.k8s.io/v2\",\"metadata\":{},\"items\":[{";
            assert!(text(&tagged.body).starts_with(head));
            assert!(text(&tagged.body).ends_with("]}\n"));
        }
    };
    let core = "4D7E1BED90B364BC86049DD9E636494980AEF65B7F8CFAA267616FA062B514A8A3CC2C2851CC9337B8D28B4C80960E2353DE5E0B152E87CC223E02EA3C5C37AC";
    check(
        &default_server(),
        core,
        "C1F1010597FE58AB064229356A99E46C1A393186FA4A195FB7F52CC9716570130AA2FD3A1637DC37D5C215C4A3A6022B5C46487215FF916DE5BA1DD781D395AE",
    );
    check(&all_on(), core, ALL_ON_GROUPS);
}

const ALL_ON_GROUPS: &str = "2592E645670257167882D2BDB17BFA69AA240B08DF3C1FA95AFCEEC0F30002499C099A5243A721C788553B21BAC4B14D4C7BE945464CFBCB7A25CFB44CDD41E2";

/// All legacy documents, joined in discovery order, hash to what the reference's do.
#[test]
fn legacy_documents_are_those_of_the_reference() {
    let check = |discovery: &Discovery, expect: &str| {
        let mut all = discovery.group_list().to_vec();
        for group in &discovery.served().groups {
            if !group.name.is_empty() {
                all.extend(discovery.group(&group.name).unwrap());
            }
            for version in &group.versions {
                all.extend(discovery.resource_list(&group.name, &version.name).unwrap());
            }
        }
        assert_eq!(etag(&all), expect);
    };
    check(
        &default_server(),
        "14D31A2B49983460943D8A9C1BCE4FFDA1773CBA61430B1E201F9856993B57F0605AA369B997F3DDBBCC04F79EAE1EA1D05A8FFCC01CF1BBE8FC99522A8DB014",
    );
    check(
        &all_on(),
        "75F458492865262E8C6EF765533A30840363EBC9B77BB73C7F0530707A11B81B794770B15370EB46D379EA1D27CB320F8B6ABD1F5F6A2196FEBCF8FF142073F0",
    );
}

#[test]
fn api_versions_name_the_addresses_they_are_given() {
    assert_eq!(
        text(&default_server().api_versions(&[("0.0.0.0/0", "10.99.0.1:6443")])),
        "{\"kind\":\"APIVersions\",\"versions\":[\"v1\"],\"serverAddressByClientCIDRs\":[{\"clientCIDR\":\"0.0.0.0/0\",\
         \"serverAddress\":\"10.99.0.1:6443\"}]}\n"
    );
}

#[test]
fn stored_kinds_hash_as_upstream_hashes_them() {
    assert_eq!(storage_version_hash(&Kind::new("", "v1", "Pod")), "xPOwRZ+Yhw8=");
}

#[test]
fn what_is_not_served_has_no_document() {
    let discovery = default_server();
    assert!(discovery.group("").is_none());
    assert!(discovery.group("nope.example").is_none());
    assert!(discovery.resource_list("", "v2").is_none());
    assert!(discovery.resource_list("resource.k8s.io", "v1alpha3").is_none());
    assert!(all_on().resource_list("resource.k8s.io", "v1alpha3").is_some());
}
