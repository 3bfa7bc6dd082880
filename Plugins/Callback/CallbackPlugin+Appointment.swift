internal import CalendarText
public import ChannelPluginKit
public import CivilCalendar
public import ContactRouting
internal import JSONText

extension CallbackPlugin: AppointmentPlugin {
    /// The first slot that was asked for: the one that stands in the calendar.
    public func appointment(in prepared: PreparedDelivery) -> Range<Instant>? {
        guard let request = prepared.artifact(.request)?.bytes.reveal(),
            let document = try? JSONDocument(parsing: request),
            let slot = document.root["slots"]?.elements?.first(where: { _ in true }),
            let from = slot["from"]?.string.flatMap({ try? Instant(parsing: $0) }),
            let to = slot["to"]?.string.flatMap({ try? Instant(parsing: $0) }), from < to
        else { return nil }
        return from..<to
    }

    public func withdrawal(
        of prepared: PreparedDelivery, at moment: Instant
    ) throws(ChannelError) -> Artifact {
        guard prepared.channel == .callback else { throw .notServed(prepared.channel) }
        guard let announced = prepared.artifact(.calendar),
            let calendar = CalendarComponent(parsing: announced.bytes.reveal())
        else {
            throw .preparationFailed(
                channel: .callback, reason: "no appointment was announced that could be withdrawn")
        }
        return Artifact(
            role: .calendar, fileName: ArtifactFileName("callback-cancelled.ics"), mediaType: .calendar,
            bytes: calendar.withdrawn(stamp: CalendarForms.utc(moment)).bytes)
    }
}
