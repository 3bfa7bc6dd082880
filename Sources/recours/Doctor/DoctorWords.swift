import CaseStore
import CivilCalendar
import ContactRouting
import Texts

/// The sentences of `recours doctor`, in French and English.
///
/// What the system, a server or a file says is told in its own words behind them.
struct DoctorWords: Typographic {
    let language: Language

    // MARK: Settings

    func set(_ names: [String]) -> String {
        guard !names.isEmpty else {
            return say("Aucune variable de ce programme n’est réglée.", "No variable of this program is set.")
        }
        let list = names.joined(separator: ", ")
        return say("Réglé ici : \(list).", "Set here: \(list).")
    }

    func unknown(_ name: String, nearest: String?) -> String {
        guard let nearest else {
            return say(
                "\(name) n’est pas un réglage de ce programme : il ne sert à rien.",
                "\(name) is no setting of this program: it has no effect.")
        }
        return say(
            "\(name) n’est pas un réglage de ce programme : vouliez-vous dire \(nearest) ?",
            "\(name) is no setting of this program: did you mean \(nearest)?")
    }

    func readable(_ secret: String) -> String {
        say("Le secret \(secret) peut être lu.", "The secret \(secret) can be read.")
    }

    var loopback: String {
        say(
            "RECOURS_ALLOW_LOOPBACK laisse les envois aller à des adresses privées : retirez-le, sauf si un relais s’y trouve.",
            "RECOURS_ALLOW_LOOPBACK lets deliveries reach private addresses: unset it unless a relay stands there."
        )
    }

    func metrics(_ path: String, isWritable: Bool) -> String {
        isWritable
            ? say("Les chiffres peuvent être écrits dans \(path).", "The numbers can be written to \(path).")
            : say(
                "Les chiffres ne peuvent pas être écrits dans \(path) (RECOURS_METRICS_FILE) : vérifiez le dossier.",
                "The numbers cannot be written to \(path) (RECOURS_METRICS_FILE): check the folder.")
    }

    func silentChannels(_ count: Int) -> String {
        counted(
            count, "canal n’a besoin d’aucun réglage.", "canaux n’ont besoin d’aucun réglage.",
            "channel needs no setting.", "channels need no setting.")
    }

    // MARK: The machine

    var zones: String {
        say("La base des fuseaux horaires peut être lue.", "The time zone database can be read.")
    }

    func directory(merchants: Int, of day: CivilDay) -> String {
        say("\(merchants) enseignes, au \(day).", "\(merchants) merchants, as of \(day).")
    }

    func wrongClock(_ shown: String) -> String {
        say(
            "L’horloge indique \(shown), avant que l’annuaire ait été fait : réglez-la.",
            "The clock shows \(shown), before the directory was made: set it.")
    }

    func clock(_ shown: String, isSynchronised: Bool) -> String {
        isSynchronised
            ? say(
                "L’horloge indique \(shown), réglée sur le réseau.",
                "The clock shows \(shown), and is kept by the network's time.")
            : say(
                "L’horloge indique \(shown) : comparez-la, les délais en dépendent.",
                "The clock shows \(shown): compare it, because deadlines depend on it.")
    }

    // MARK: The store

    func ownFolder(_ path: String) -> String {
        say("\(path) n’est ouvert qu’à vous.", "\(path) is its owner's alone.")
    }

    func room(_ mebibytes: Int64) -> String {
        say("\(mebibytes) Mio y sont libres.", "\(mebibytes) MiB are free there.")
    }

    func calendar(_ path: String, isCurrent: Bool) -> String {
        isCurrent
            ? say("L’agenda montre tout ce qui est prévu.", "The calendar shows everything that is planned.")
            : say(
                "\(path) ne montre pas tout ce qui est prévu ; pour l’écrire : recours run --once",
                "\(path) does not show everything that is planned: `recours run --once` writes it.")
    }

    func sound(_ report: StoreReport) -> String {
        let cases = counted(report.cases, "dossier", "dossiers", "case", "cases")
        let entries = counted(report.entries, "entrée", "entrées", "entry", "entries")
        let deliveries = counted(report.deliveries, "envoi", "envois", "delivery", "deliveries")
        return say(
            "\(cases), \(entries), \(deliveries) : toutes les chaînes tiennent.",
            "\(cases), \(entries), \(deliveries): every chain holds.")
    }

    func unreadableStore(_ error: any Error) -> String {
        say("Les dossiers ne peuvent pas être lus : \(error)", "The store cannot be read: \(error)")
    }

    // MARK: The worker

    func running(_ worker: WorkerName) -> String {
        say("Un recours run tourne (\(worker)).", "The worker \(worker) is running.")
    }

    func endedSilently(_ worker: WorkerName) -> String {
        say(
            "Un recours run s’est arrêté sans le dire (\(worker)) : relancez recours run.",
            "The worker \(worker) ended without saying so: start `recours run`.")
    }

    var noWorker: String { say("Aucun recours run ne tourne.", "No worker is running.") }
    var nothingWaits: String { say("Aucun envoi n’attend.", "No delivery is waiting.") }

    /// - Parameter states: how many deliveries stand in each state that asks a person.
    func asked(_ states: [(name: String, count: Int)]) -> String {
        let list = states.map { "\($0.name) (\($0.count))" }.joined(separator: ", ")
        return say(
            "On attend votre décision : \(list). Pour les voir : recours delivery list",
            "You are asked: \(list). `recours delivery list` names them.")
    }

    func delayed(_ count: Int, since: String) -> String {
        say(
            "\(counted(count, "envoi ne part pas", "envois ne partent pas", "", "")) depuis des heures, le premier depuis \(since). Pour les voir : recours delivery list",
            "\(count) could not go out for hours, the first since \(since): `recours delivery list` names them."
        )
    }

    func due(_ count: Int) -> String {
        let deliveries = counted(
            count, "envoi doit partir", "envois doivent partir", "delivery is", "deliveries are")
        return say(
            "\(deliveries), et aucun recours run ne tourne : rien ne part tout seul. Lancez recours run.",
            "\(deliveries) due and no worker is running, so nothing goes out: start `recours run`.")
    }

    /// What may have gone out is looked for, and not sent.
    func toCheck(_ count: Int) -> String {
        let deliveries = counted(
            count, "envoi attend une vérification", "envois attendent une vérification", "delivery waits",
            "deliveries wait")
        return say(
            "\(deliveries), et aucun recours run ne tourne pour la faire. Lancez recours run.",
            "\(deliveries) to be looked for, and no worker is running that would: start `recours run`.")
    }

    /// - Parameter isLost: no worker runs that would send them when their moment comes.
    func waiting(_ count: Int, isLost: Bool) -> String {
        let deliveries = counted(
            count, "envoi attend son heure", "envois attendent leur heure", "delivery waits for its moment",
            "deliveries wait for their moment")
        guard isLost else { return "\(deliveries)." }
        return say(
            "\(deliveries), et aucun recours run ne tourne : rien ne partira tout seul. Lancez recours run.",
            "\(deliveries), and no worker is running that would send: start `recours run`.")
    }

    // MARK: Servers

    func reachable(_ setting: String) -> String {
        say("\(setting) : le serveur répond.", "\(setting) can be reached.")
    }

    /// Why nothing can be handed over there now, by the class of what happened; the server's code stands behind it.
    func unreachable(_ setting: String, _ fault: Failure) -> String {
        let code = fault.responseCode.map { " (code \($0))" } ?? ""
        if fault.kind == .configuration {
            // What is wrong in a setting has no class of its own.
            return say(
                "\(setting) : les réglages ou le certificat ne vont pas\(code). Détail technique (en anglais) : \(fault.explanation)",
                "\(setting): the settings or the certificate are not right\(code). \(fault.explanation)")
        }
        return say("\(setting) : \(reason(fault))\(code).", "\(setting): \(reason(fault))\(code).")
    }

    private func reason(_ fault: Failure) -> String {
        switch fault.kind {
        case .transient where fault.responseCode == nil:
            say(
                "le serveur ne répond pas ; vérifiez son nom, son port et le réseau",
                "the server does not answer; check its name, its port and the network")
        case .transient, .rateLimited:
            say("le serveur ne prend rien pour le moment", "the server takes nothing for now")
        case .authentication:
            say(
                "le compte est refusé ; vérifiez l’utilisateur et le mot de passe",
                "the account is refused; check the user and the password")
        case .policy:
            say(
                "cette adresse n’est pas permise : il faut https et une adresse publique, ou RECOURS_ALLOW_LOOPBACK=1 pour un serveur d’ici",
                "this address is not allowed: it takes https and a public address, or RECOURS_ALLOW_LOOPBACK=1 for a server of your own"
            )
        case .permanentRecipient, .permanentContent, .configuration, .unsupported, .pluginFault:
            say("le serveur refuse", "the server refuses")
        case .cancelled: say("l’essai a été arrêté", "the try was stopped")
        }
    }

    private func counted(
        _ count: Int, _ frenchOne: String, _ french: String, _ englishOne: String, _ english: String
    ) -> String {
        say("\(count) \(count < 2 ? frenchOne : french)", "\(count) \(count == 1 ? englishOne : english)")
    }
}
