public import CaseStore
public import CivilCalendar
internal import ContactRouting
public import Digests

/// Small values to fill a store with, for tests.
public enum StoreSamples {
    /// A Monday morning.
    public static let now = Instant(secondsSinceEpoch: 1_795_420_800)
    /// A text that stands for everything personal: a test searches for it where it must not be.
    public static let canary = "canary-5d20c8"

    public static func entry(
        _ kind: LogKind = LogKind("noted"), at: Instant = now, _ text: String = canary, once: String? = nil
    ) -> LogDraft {
        LogDraft(kind, at: at, payload: Array(#"{"note":"\#(text)"}"#.utf8), once: once)
    }

    public static func opening(_ reference: String = "lamp") throws -> CaseOpening {
        CaseOpening(
            reference: try CaseReference(parsing: reference),
            facts: Array(#"{"consumer":{"name":"\#(canary)"}}"#.utf8),
            entry: entry(LogKind("opened")))
    }

    public static func preparation(
        _ reference: String, channel: String = "email", text: String = canary
    ) throws -> StoredPreparation {
        try StoredPreparation(
            PreparedDelivery(
                channel: ChannelName(parsing: channel), reference: DeliveryReference(parsing: reference),
                recipient: canary,
                artifacts: [
                    Artifact(
                        role: ArtifactRole("message"), fileName: fileName("message.txt"),
                        mediaType: .plainText, bytes: Array("Bonjour \(text)\r\n".utf8)),
                    Artifact(
                        role: ArtifactRole("empty"), fileName: fileName("empty.txt"),
                        mediaType: .plainText, bytes: []),
                ], consent: ConsentNeeded(irreversible: false), afterwards: "Wait for an answer.",
                payload: .person(PersonTask(kind: .call, text: canary))))
    }

    /// An order that is due at once.
    public static func order(
        _ reference: String, of caseReference: String = "lamp", key: String? = nil, channel: String = "email",
        due: Instant? = now, latest: Instant = now.adding(hours: 48),
        entry: LogDraft = entry(LogKind("queued")),
        facts: FactsChange? = nil, condition: OrderCondition? = nil
    ) throws -> DeliveryOrder {
        DeliveryOrder(
            caseReference: try CaseReference(parsing: caseReference),
            key: try IdempotencyKey(parsing: key ?? reference),
            preparation: try preparation(reference, channel: channel),
            standing: try standing("queued", due: due), latest: latest, entry: entry, facts: facts,
            condition: condition)
    }

    public static func standing(_ state: String, due: Instant? = nil) throws -> DeliveryStanding {
        DeliveryStanding(
            try StateName(parsing: state), detail: Array(#"{"\#(state)":"\#(canary)"}"#.utf8), due: due)
    }

    public static func request(
        _ worker: String = "one", at: Instant = now, limit: Int = 10, leaseSeconds: Int64 = 60,
        channels: ClaimRequest.Channels = .all, only: String? = nil
    ) throws -> ClaimRequest {
        ClaimRequest(
            worker: try WorkerName(parsing: worker), now: at, leaseUntil: at.adding(seconds: leaseSeconds),
            limit: limit, channels: channels,
            only: try only.map { (text) throws(RoutingError) in try DeliveryReference(parsing: text) })
    }

    public static func reminder(
        _ name: String, of caseReference: String = "lamp", due: Instant = now
    ) throws -> Reminder {
        Reminder(
            caseReference: try CaseReference(parsing: caseReference), name: try ReminderName(parsing: name),
            due: due)
    }

    /// What is planned for a case whose log has so many entries.
    public static func sheet(
        _ reference: String = "lamp", entries: Int, reminders: [Reminder] = [], text: String = canary,
        changesAt: Instant? = nil
    ) throws -> AgendaSheet {
        AgendaSheet(
            caseReference: try CaseReference(parsing: reference), entries: entries, basis: basis(1),
            reminders: reminders, text: Array(text.utf8), changesAt: changesAt)
    }

    /// A basis of plans; each number is another one.
    public static func basis(_ number: UInt8) -> SHA256Digest {
        guard let digest = SHA256Digest(bytes: [UInt8](repeating: number, count: 32)) else {
            preconditionFailure("32 bytes are a digest")
        }
        return digest
    }

    private static func fileName(_ text: String) throws -> ArtifactFileName {
        guard let name = ArtifactFileName(parsing: text) else {
            throw RoutingError.malformedName(kind: .reference, text: text)
        }
        return name
    }
}
