import CaseFlow
import CaseStore
import CivilCalendar
import ContactRouting
import Outbox
import Texts

/// The words of the pages about deliveries, in French and English.
struct DeliveryWords: Typographic {
    let vocabulary: Vocabulary
    let formats: Formats
    /// The person's.
    let zone: TimeZoneRules
    /// The moment at which the page is read.
    let now: Instant

    var language: Language { vocabulary.language }

    init(_ language: Language, zone: TimeZoneRules, now: Instant) {
        vocabulary = Vocabulary(language)
        formats = Formats(language)
        self.zone = zone
        self.now = now
    }

    // MARK: Labels

    var caseLabel: String { say("Dossier", "Case") }
    var stateLabel: String { say("État", "State") }
    var recipientLabel: String { say("Destinataire", "Recipient") }
    var attemptsLabel: String { say("Essais", "Attempts") }
    var latestLabel: String { say("Au plus tard", "At the latest") }
    var reasonLabel: String { say("Raison", "Reason") }
    var detailLabel: String { say("Détail technique (en anglais)", "Detail") }
    var answerLabel: String { say("Après vérification", "When asked") }
    var replyLabel: String { say("Réponse reçue", "Reply") }
    var proofLabel: String { say("Preuve à garder", "Proof to keep") }
    var linkLabel: String { say("Lien", "Link") }
    var trackingLabel: String { say("Référence du prestataire", "Provider’s reference") }
    var files: String { say("Fichiers", "Files") }
    func bytes(_ count: Int) -> String { say("\(count) octets", "\(count) bytes") }
    var folder: String { say("DOSSIER", "FOLDER") }
    var history: String { say("Ce qui s’est passé", "What happened") }
    var toDo: String { say("À vous", "Yours to do") }
    var none: String { say("Aucun envoi n’attend.", "No delivery is waiting.") }
    var noneAtAll: String { say("Aucun envoi.", "No deliveries.") }

    func labelled(_ label: String, _ text: String) -> String {
        say("\(label) : \(text)", "\(label): \(text)")
    }

    func moment(_ instant: Instant) -> String { formats.moment(instant, in: zone) }

    // MARK: States

    /// Where a delivery stands; of one whose case is forgotten only the name of its state is left.
    func state(_ record: DeliveryRecord) -> String {
        guard record.forgotten else { return state(record.life.state) }
        let kind = DeliveryState.Kind(rawValue: record.standing.state.text)
        return (kind.map { name(of: $0) } ?? record.standing.state.text)
            + say(" (dossier effacé)", " (case forgotten)")
    }

    /// A state by its name alone.
    func name(of kind: DeliveryState.Kind) -> String {
        switch kind {
        case .queued: say("demandé, à envoyer", "ordered, to go out")
        case .sending: say("envoi en cours", "being sent")
        case .waiting: say("à essayer de nouveau", "to be tried again")
        case .needsPerson: say("à vous de faire le reste", "the rest is yours to do")
        case .unknown: say("peut-être parti", "may have gone out")
        case .accepted: say("remis", "handed over")
        case .failed: say("pas parti", "did not go out")
        case .cancelled: say("annulé", "cancelled")
        case .quarantined: say("mis de côté après trois pannes", "set aside after three faults")
        case .held: say("retenu", "held")
        }
    }

    /// Where a delivery stands, in one sentence without its end.
    func state(_ state: DeliveryState) -> String {
        switch state {
        case .queued(let from):
            from <= now
                ? say("attend de partir", "waits to go out")
                : say("partira le \(moment(from))", "goes out on \(moment(from))")
        case .sending(let attempt, _, _):
            say("envoi en cours (essai \(attempt))", "being sent (attempt \(attempt))")
        case .waiting(let until, let wait): waiting(until, wait)
        case .needsPerson: say("à vous de faire le reste", "the rest is yours to do")
        case .unknown: say("peut-être parti : à vérifier", "may have gone out: look")
        case .accepted(let receipt):
            say("remis le \(moment(receipt.acceptedAt))", "handed over on \(moment(receipt.acceptedAt))")
        case .failed(_, let end): failed(end)
        case .cancelled(let cancellation):
            cancellation.mayHaveGoneOut
                ? say("annulé, peut-être après être parti", "cancelled, perhaps after it went out")
                : say("annulé, rien n’est parti", "cancelled, nothing went out")
        case .quarantined: say("mis de côté après trois pannes", "set aside after three faults")
        case .held(let reason): held(reason)
        }
    }

    private func waiting(_ until: Instant, _ wait: DeliveryWait) -> String {
        let moment = moment(until)
        return switch wait {
        case .failure:
            say(
                "rien n’est parti ; nouvel essai le \(moment)",
                "nothing went out; to be tried again on \(moment)")
        case .deferral(.closed):
            say("fermé : remis au \(moment)", "closed: put off until \(moment)")
        case .deferral(.cutOff):
            say(
                "trop tard pour aujourd’hui : remis au \(moment)",
                "too late for today: put off until \(moment)")
        case .deferral(.rateLimit):
            say("trop de demandes : remis au \(moment)", "too many requests: put off until \(moment)")
        case .account:
            say(
                "le compte ou ses réglages sont refusés ; nouvel essai le \(moment)",
                "the account or its settings are refused; to be tried again on \(moment)")
        }
    }

    private func failed(_ end: FailureEnd) -> String {
        switch end {
        case .refused: say("refusé, rien n’est parti", "refused, nothing went out")
        case .tooLate:
            say("rien n’est parti, et il serait trop tard", "nothing went out, and it would be too late")
        case .outOfTime: say("rien n’est parti en cinq jours", "nothing went out in five days")
        case .notDone: say("n’est pas parti", "did not go out")
        }
    }

    private func held(_ reason: HoldReason) -> String {
        switch reason {
        case .restored:
            say(
                "retenu : restauré d’une sauvegarde, peut-être déjà parti",
                "held: restored from a backup, may have gone out")
        case .clockDoubt: say("retenu : l’horloge a sauté", "held: the clock jumped")
        case .person: say("retenu à votre demande", "held because you asked")
        }
    }

    /// Why something did not go out, or why nobody knows; the program's own explanation is for whoever runs it.
    func reason(_ failure: Failure) -> String {
        switch failure.kind {
        case .transient:
            say("le serveur n’a pas pu répondre ou le prendre", "the server could not answer or take it")
        case .rateLimited: say("le serveur demande d’attendre", "the server asks to wait")
        case .permanentRecipient: say("le destinataire est refusé", "the recipient is refused")
        case .permanentContent: say("le contenu est refusé", "the content is refused")
        case .authentication: say("le compte est refusé", "the account is refused")
        case .configuration:
            say("les réglages ou le certificat ne vont pas", "the settings or the certificate are not right")
        case .policy: say("une règle l’interdit", "a rule forbids it")
        case .unsupported: say("ce n’est pas possible par cette voie", "this way cannot do it")
        case .cancelled: say("l’envoi a été arrêté", "it was stopped")
        case .pluginFault: say("panne du programme", "a fault of the program")
        }
    }

    /// What came of asking the other side about a delivery whose outcome nobody knows.
    func answer(_ failure: Failure) -> String {
        switch failure.kind {
        case .unsupported:
            say(
                "cette voie ne permet pas de le demander : cherchez vous-même",
                "this way cannot be asked: look for it yourself")
        case .transient, .rateLimited, .permanentRecipient, .permanentContent, .authentication,
            .configuration, .policy, .cancelled, .pluginFault:
            reason(failure)
        }
    }

    /// The same about where a delivery stands; nil when nothing went wrong.
    func reason(_ state: DeliveryState) -> String? {
        switch state {
        case .unknown:
            say("aucune réponse sûre n’est revenue", "no answer came back that would tell")
        case .queued, .sending, .waiting, .needsPerson, .accepted, .failed, .cancelled, .quarantined, .held:
            state.failure.map { reason($0) }
        }
    }

    // MARK: The store

    func onHold(_ hold: Hold) -> String {
        let since = moment(hold.since)
        return switch hold.reason {
        case .restored:
            say(
                "Rien ne part : ces données viennent d’une sauvegarde du \(since). Regardez ce qui est parti depuis, puis : recours delivery release --store",
                "Nothing goes out: this is a backup of \(since). Look at what went out since, then: recours delivery release --store"
            )
        case .clockDoubt:
            say(
                "Rien ne part : l’horloge a sauté (\(since)). Vérifiez la date de cette machine, puis : recours delivery release --store",
                "Nothing goes out: the clock jumped (\(since)). Check the date of this machine, then: recours delivery release --store"
            )
        case .person:
            say(
                "Rien ne part depuis le \(since), à votre demande. Pour reprendre : recours delivery release --store",
                "Nothing goes out since \(since), because you asked. To go on: recours delivery release --store"
            )
        }
    }

    func released(_ count: Int) -> String {
        say(
            count < 2 ? "\(count) envoi libéré" : "\(count) envois libérés",
            count == 1 ? "1 delivery released" : "\(count) deliveries released")
    }

    var storeReleased: String { say("Les envois peuvent repartir.", "Deliveries may go out again.") }
    /// That the store's release lets nothing go that is held for itself, and what does; nothing when nothing is.
    func stillHeld(_ held: [DeliveryRecord]) -> [String] {
        guard let first = held.first else { return [] }
        let count = held.count
        return [
            say(
                count == 1
                    ? "1 envoi reste retenu." : "\(count) envois restent retenus, chacun pour lui-même.",
                count == 1
                    ? "1 delivery is still held." : "\(count) deliveries are still held, each for itself."),
            say(
                "Pour voir ce qui est retenu : recours delivery list --state held",
                "To see what is held: recours delivery list --state held"),
            say(
                "Pour en laisser partir un : recours delivery release \(first.reference)",
                "To let one go: recours delivery release \(first.reference)"),
        ]
            + (count == 1
                ? []
                : [
                    say(
                        "Pour les laisser tous partir : recours delivery release --all",
                        "To let all of them go: recours delivery release --all")
                ])
    }

    var storeWasFree: String { say("Rien n’était retenu.", "Nothing was on hold.") }
    /// Why a step is not proposed, and where its delivery can be looked at: a line each, so that no command is broken.
    func underway(_ step: StepUnderway) -> [String] {
        let reference = step.delivery.reference
        let until = step.delivery.taskLatest.map { ", \(formats.until($0, in: zone))" } ?? ""
        if step.delivery.isOutdated(at: now) {
            let ordered = say("Déjà demandé : envoi \(reference).", "Already ordered: delivery \(reference).")
            return [ordered] + advice(step.delivery)
        }
        let state = state(step.delivery) + until
        return [
            say(
                "Déjà demandé : envoi \(reference) (\(state)).",
                "Already ordered: delivery \(reference) (\(state))."),
            say(
                "Pour le voir : recours delivery show \(reference)",
                "To look at it: recours delivery show \(reference)"),
        ]
    }

    /// What comes after something was handed over, a line each.
    func afterwards(_ record: DeliveryRecord) -> [String] {
        let command =
            "recours case did \(record.caseReference) --channel \(record.channel) --outcome answered"
        return [
            say("L’envoi est noté dans le dossier.", "The case has it on record."),
            say(
                "Quand une réponse arrive, dites-le : \(command)", "When an answer comes, say so: \(command)"),
            say(
                "La suite : recours case next \(record.caseReference)",
                "What next: recours case next \(record.caseReference)"),
        ]
    }
}
