//! The words of each kind of rows.

use crate::domain::staff::StaffKind;

/// The words of one kind of rows.
pub(super) struct Words {
    pub(super) heading: &'static str,
    pub(super) intro: &'static str,
    pub(super) name: &'static str,
    pub(super) add: &'static str,
    pub(super) empty: &'static str,
}

pub(super) const fn words(kind: StaffKind) -> Words {
    match kind {
        StaffKind::Team => Words {
            heading: "Hold og funktioner",
            intro: "Stabe, kontorer og funktioner, som løser opgaverne, med deres årsværk.",
            name: "Hold eller funktion",
            add: "Tilføj hold eller funktion",
            empty: "Ingen hold endnu. Begynd fx med regnskab og bogholderi eller lønkontoret.",
        },
        StaffKind::Units => Words {
            heading: "Enheder",
            intro: "Administration ude i enhederne: antal enheder gange timer om ugen i hver. 37 timer er ét årsværk.",
            name: "Slags enhed",
            add: "Tilføj slags enhed",
            empty: "Ingen enheder endnu. Tænk på skolesekretærer, dagtilbudsledere og plejecentre.",
        },
        StaffKind::Purchase => Words {
            heading: "Købte ydelser",
            intro: "Opgaver, som en leverandør eller en anden kommune løser. Ellers ser det ud, som om en kommune, der køber ydelsen, ikke bruger ressourcer på opgaven.",
            name: "Leverandør og ydelse",
            add: "Tilføj købt ydelse",
            empty: "Ingen købte ydelser.",
        },
    }
}
