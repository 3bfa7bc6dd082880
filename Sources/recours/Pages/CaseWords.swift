import CaseFlow
import CaseFormat
import CaseStore
import CivilCalendar
import ContactRouting
import Outbox
import Texts

/// The words of the pages about stored cases, in French and English.
struct CaseWords: Typographic {
    let vocabulary: Vocabulary
    let formats: Formats
    /// The person's.
    let zone: TimeZoneRules

    var language: Language { vocabulary.language }

    init(_ language: Language, zone: TimeZoneRules) {
        vocabulary = Vocabulary(language)
        formats = Formats(language)
        self.zone = zone
    }

    // MARK: Headings

    func title(_ reference: CaseReference) -> String { say("Dossier \(reference)", "Case \(reference)") }

    var happened: String { say("Ce qui s’est passé", "What happened") }
    var awaited: String { say("Ce qui est attendu", "What is awaited") }
    var deliveries: String { say("Envois", "Deliveries") }
    var attachments: String { say("Pièces", "Attachments") }
    var nothingYet: String { say("Rien pour l’instant.", "Nothing so far.") }
    var noCases: String { say("Aucun dossier.", "No cases.") }

    func next(_ reference: CaseReference) -> String {
        say("La suite : recours case next \(reference)", "What next: recours case next \(reference)")
    }

    // MARK: Cases

    func state(of summary: CaseSummary) -> String {
        if let moment = summary.forgottenAt {
            return say("effacé le \(day(moment))", "forgotten on \(day(moment))")
        }
        if let moment = summary.closedAt { return say("clos le \(day(moment))", "closed on \(day(moment))") }
        return say("ouvert le \(day(summary.openedAt))", "opened on \(day(summary.openedAt))")
    }

    func opened(_ reference: CaseReference, files: Int) -> String {
        guard files > 0 else {
            return say("Dossier \(reference) ouvert.", "Case \(reference) opened.")
        }
        return say(
            "Dossier \(reference) ouvert ; \(files) \(files == 1 ? "fichier copié" : "fichiers copiés").",
            "Case \(reference) opened; \(files) \(files == 1 ? "file" : "files") copied.")
    }

    func updated(_ reference: CaseReference, _ changed: [String]) -> String {
        guard !changed.isEmpty else {
            return say(
                "Rien n’a changé dans le dossier \(reference).", "Nothing changed in case \(reference).")
        }
        let names = changed.joined(separator: ", ")
        return say("Dossier \(reference) mis à jour : \(names).", "Case \(reference) updated: \(names).")
    }

    /// Facts were changed after a delivery was prepared.
    func goesOutAsItWas(_ delivery: DeliveryRecord) -> String {
        let name = vocabulary.name(of: delivery.channel)
        return say(
            "L’envoi \(delivery.reference) (\(name)) a été préparé avant et partira tel quel. Pour l’arrêter : recours delivery cancel \(delivery.reference)",
            "Delivery \(delivery.reference) (\(name)) was prepared before and goes out as it is. To stop it: recours delivery cancel \(delivery.reference)"
        )
    }

    func closed(_ reference: CaseReference) -> String {
        say("Dossier \(reference) clos.", "Case \(reference) closed.")
    }

    func reopened(_ reference: CaseReference) -> String {
        say("Dossier \(reference) rouvert.", "Case \(reference) opened again.")
    }

    func forgotten(_ reference: CaseReference) -> String {
        say(
            "Dossier \(reference) effacé : il n’en reste que la preuve qu’un journal a existé. Les copies faites avant, dont les sauvegardes, ne sont pas touchées.",
            "Case \(reference) forgotten: only the proof that a log existed is left. Copies made before, backups among them, are not touched."
        )
    }

    /// Asked at a terminal before everything is erased.
    func forgetQuestion(_ reference: CaseReference) -> String {
        say(
            "Tout ce qui concerne une personne dans le dossier \(reference) sera effacé, sans retour. Tapez \(reference) pour confirmer : ",
            "Everything about a person in case \(reference) will be erased for good. Type \(reference) to confirm: "
        )
    }

    func exported(_ reference: CaseReference, to folder: String, files: Int) -> String {
        say(
            "Dossier \(reference) exporté dans \(folder) (\(files) fichiers). Vérifiez-le avec : sha256sum -c SHA256SUMS",
            "Case \(reference) exported to \(folder) (\(files) files). Check it with: sha256sum -c SHA256SUMS"
        )
    }

    // MARK: Moments

    func moment(_ instant: Instant) -> String { formats.moment(instant, in: zone) }

    private func day(_ instant: Instant) -> String { formats.date(zone.day(at: instant)) }

    /// A label before its text, with the colon of the language.
    func labelled(_ label: String, _ text: String) -> String {
        say("\(label) : \(text)", "\(label): \(text)")
    }
}
