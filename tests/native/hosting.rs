//! What a host may replace, as it is shipped.

use serde_json::Value;

use crate::given::{json, text};

#[test]
fn the_dataset_that_no_host_replaces_is_the_one_that_is_shipped() {
    assert_eq!(
        text("public/data/peers-klk-2017.json"),
        text("public/data/peers.json")
    );
}

#[test]
fn the_settings_that_are_shipped_set_nothing_and_are_as_the_schema_says() {
    let shipped = json("public/config.json");
    let schema = json("public/schema/config.schema.json");
    let validator = jsonschema::validator_for(&schema).unwrap();
    assert!(validator.is_valid(&shipped));
    let keys = |value: &Value| {
        let map = value.as_object().unwrap();
        map.keys().cloned().collect::<Vec<_>>()
    };
    assert_eq!(keys(&shipped), keys(&schema["properties"]));
    for wrong in [
        r#"{"parents": ["https://www.kl.dk/side"]}"#,
        r#"{"theme": {"colour": "red"}}"#,
        r#"{"accessibility": "javascript:x"}"#,
        r#"{"vært": "KL"}"#,
    ] {
        assert!(
            !validator.is_valid(&serde_json::from_str(wrong).unwrap()),
            "{wrong}"
        );
    }
}
