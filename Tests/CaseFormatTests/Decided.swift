import CaseFormat
import CivilCalendar
import ContactRouting
import Digests
import JSONText

/// Sentences that name what they were asked for.
struct EchoWording: DecisionWording {
    func text(of objection: Objection, on offer: ChannelOffer) -> String {
        "\(offer.channel): \(objection.code.rawValue)"
    }
    func text(of reason: ReasonCode, for channel: UsableChannel) -> String {
        "\(channel.channel): \(reason.rawValue)"
    }
    func text(of deadline: Deadline) -> String { deadline.right.rawValue }
    func text(of whenOpen: WhenOpen, on offer: ChannelOffer) -> String { "\(offer.channel) opens" }
    func text(of flip: Flip) -> String { "flip" }
    func text(of asked: AskedAnswer) -> String { asked.answer.rawValue }
    func question(for fact: FactPath) -> String { "\(fact.rawValue)?" }
    func because(of nextStep: NextStep) -> String { nextStep.because.rawValue }
    func explanation(of decision: Decision) -> String { "explained" }
}

/// A case decided while everybody is open.
struct Decided {
    let facts: ContactCase
    let decision: Decision
    var stamp: DecisionStamp

    init(_ text: String, at moment: String) throws {
        let directory = try TestDirectory.loaded()
        let now = try Instant(parsing: moment)
        let loaded = try CaseReader(directory.directory).read(text.bytes, decidedAt: now)
        facts = loaded.facts
        let zone = try TimeZoneDatabase().rules(for: facts.consumer.effectiveTimeZone)
        let surroundings = Surroundings(
            now: now, zone: zone, holidays: .france(.metropole),
            availability: directory.directory.hours.map { _ in .open(until: now.adding(hours: 2)) },
            postCounterOpens: now)
        decision = ContactRouter(directory.directory).decide(facts, in: surroundings)
        stamp = DecisionStamp(
            zone: zone, caseDigest: try loaded.digest(), directoryDigest: directory.digest,
            rulesDigest: try SHA256.digest(of: "rules"), program: "0.1.0")
    }

    func json(_ texts: DecisionTexts? = nil) throws -> JSONValue {
        try JSONDocument(parsing: DecisionWriter().json(decision, of: facts, stamp: stamp, texts: texts)).root
    }
}
