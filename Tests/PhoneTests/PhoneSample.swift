import ChannelPluginKit
import CivilCalendar
import ContactRouting
import LetterTestSupport

/// Requests for a call, as tests write them.
enum PhoneSample {
    static let now = "2026-11-23T09:30:00+01:00"

    /// A call about the overdue refund, on a line that is open from 6:00 to midnight.
    static func request(
        _ channel: ChannelName = .phone, _ facts: ContactCase = Sample.refundOverdue,
        language: Language = .french, zone: String = "Europe/Paris", now: String = now,
        change: (inout PreparationRequest) -> Void = { _ in }
    ) -> PreparationRequest {
        let base = Sample.request(channel, facts, plan: Sample.plan(facts, through: channel), now: now)
        var request = PreparationRequest(
            channel: channel, caseReference: base.caseReference, deliveryReference: base.deliveryReference,
            now: base.now, timeZone: Sample.zone(zone), language: language, contactCase: facts,
            letter: base.letter)
        request.recipient = base.recipient
        request.call = channel == .phone ? line : relay
        change(&request)
        return request
    }

    static var line: CallLine {
        var line = relay
        line.number = try? PhoneNumber(parsing: "+33805101420")
        line.dialled = Sample.line("0 805 10 14 20")
        line.cost = .free
        line.advice = "Ayez le numéro de commande sous la main."
        return line
    }

    static var relay: CallLine {
        var line = CallLine()
        line.hours = hours(
            .open(until: Sample.instant("2026-11-24T00:00:00+01:00")),
            [("2026-11-23T06:00:00+01:00", "2026-11-24T00:00:00+01:00")],
            next: "2026-11-24T06:00:00+01:00")
        line.languages = ["fr", "en"]
        return line
    }

    static func hours(
        _ availability: Availability, _ today: [(String, String)], next: String? = nil,
        zone: String = "Europe/Paris"
    ) -> CallHours {
        CallHours(
            availability: availability,
            today: today.compactMap { CallSlot(from: Sample.instant($0), to: Sample.instant($1)) },
            nextOpening: next.map(Sample.instant), zone: Sample.zone(zone))
    }
}
