import CivilCalendar
import ContactRouting

/// How sure it is that a delivery arrives where it goes.
extension Phrasebook {
    func stale(_ destination: Doubt.Destination, checkedOn day: CivilDay) -> String {
        say(
            "\(name(of: destination)) n’a pas été \(checked(destination)) depuis le \(formats.date(day)) : \(advice(destination)).",
            "\(name(of: destination)) has not been checked since \(formats.date(day)): \(advice(destination))."
        )
    }

    func uncertain(_ destination: Doubt.Destination, checkedOn day: CivilDay) -> String {
        say(
            "\(name(of: destination)) vient d’une source peu sûre, lue le \(formats.date(day)) : \(advice(destination)).",
            "\(name(of: destination)) comes from a source that is not sure, read on \(formats.date(day)): \(advice(destination))."
        )
    }

    func unchecked(_ destination: Doubt.Destination) -> String {
        say(
            "\(name(of: destination)) vient de votre dossier : \(advice(destination)), ce programme ne l’a pas \(checked(destination)).",
            "\(name(of: destination)) comes from your case: \(advice(destination)), this program has not checked it."
        )
    }

    private func name(of destination: Doubt.Destination) -> String {
        switch destination {
        case .postalAddress: say("L’adresse postale du destinataire", "The recipient’s postal address")
        case .mailAddress: say("L’adresse e-mail du destinataire", "The recipient’s e-mail address")
        case .phoneNumber: say("Le numéro de téléphone du destinataire", "The recipient’s phone number")
        case .page: say("La page à ouvrir", "The page to open")
        }
    }

    /// How to make sure of it oneself.
    private func advice(_ destination: Doubt.Destination) -> String {
        switch destination {
        // It is read again when a mail has gone out.
        case .postalAddress, .mailAddress:
            say(
                "comparez-la à celle des mentions légales",
                "compare it with that of the legal notice")
        case .phoneNumber:
            say(
                "comparez-le à celui du site officiel avant d’appeler",
                "compare it with the official site before you call")
        case .page:
            say(
                "assurez-vous qu’elle est bien du site officiel",
                "make sure that it belongs to the official site")
        }
    }

    /// The participle agrees with the thing.
    private func checked(_ destination: Doubt.Destination) -> String {
        switch destination {
        case .postalAddress, .mailAddress, .page: "vérifiée"
        case .phoneNumber: "vérifié"
        }
    }
}
