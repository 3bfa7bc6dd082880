public import CivilCalendar
public import ContactRouting

/// A plugin whose preparations announce an appointment in the person's calendar.
///
/// What was announced can be withdrawn: the program does so when another step has made the appointment needless.
public protocol AppointmentPlugin: ChannelPlugin {
    /// The appointment that a preparation announced; nil when it announced none.
    func appointment(in prepared: PreparedDelivery) -> Range<Instant>?

    /// Makes the file that strikes the announced appointment out of a calendar.
    ///
    /// Made from the bytes that were prepared, so that it names the same entry for certain.
    ///
    /// - Parameter moment: when the appointment was given up.
    /// - Throws: `ChannelError.notServed`, `.preparationFailed` when nothing was announced.
    func withdrawal(
        of prepared: PreparedDelivery, at moment: Instant
    ) throws(ChannelError) -> Artifact
}
