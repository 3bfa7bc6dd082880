internal import ChannelPluginKit
internal import CivilCalendar
internal import ContactRouting
internal import LetterWriting

/// Builds the three files of one callback.
struct CallbackPreparation {
    private let request: PreparationRequest

    init(_ request: PreparationRequest) { self.request = request }

    private var facts: ContactCase { request.contactCase }

    func prepared(limits: ChannelLimits) throws(ChannelError) -> PreparedDelivery {
        let limits = limits.narrowed(by: request.limits)
        let (phone, slot) = try required()
        guard request.slots.count <= CallbackPlugin.slotsMax else {
            throw .overLimit(
                field: "slots", actual: request.slots.count, max: CallbackPlugin.slotsMax, unit: .parts)
        }
        let words = CallbackWords(request: request)
        let subject = words.subject(in: request.recipientLanguage)
        if let max = limits.textCharactersMax, subject.count > max {
            throw .overLimit(field: "order.number", actual: subject.count, max: max, unit: .characters)
        }
        let body = CallbackRequestFile(request: request, phone: phone.number, subject: subject).bytes()
        if let max = limits.messageBytesMax, body.count > max {
            throw .overLimit(field: "callback.json", actual: body.count, max: max, unit: .bytes)
        }
        let calendar = calendarFile(of: slot, phone: phone, words: words).bytes()
        let brief = CallbackBrief(request: request, slot: slot, phone: phone).text
        return delivery(body: body, calendar: calendar, brief: brief, words: words)
    }

    /// - Throws: `ChannelError.missing` with both facts at once; where the person can change nothing, why there is no
    ///   slot.
    private func required() throws(ChannelError) -> (CheckedPhone, CallSlot) {
        if let phone = request.phone, let slot = request.slots.first { return (phone, slot) }
        if request.slots.isEmpty, let call = request.call, call.hours == nil {
            throw .preparationFailed(
                channel: .callback, reason: "the hours in which the merchant calls back are not known")
        }
        if request.phone != nil, facts.consumer.reachable != nil {
            throw .unusable(
                field: "consumer.reachable",
                reason: "it has no time in common with the merchant's known hours in the next seven days")
        }
        let fields: [RequestField?] = [
            request.phone == nil ? "consumer.phone" : nil,
            request.slots.isEmpty ? "consumer.reachable" : nil,
        ]
        throw .missing(channel: .callback, fields: fields.compactMap { $0 })
    }

    private func calendarFile(
        of slot: CallSlot, phone: CheckedPhone, words: CallbackWords
    ) -> CalendarFile {
        CalendarFile(
            request: request, slot: slot, summary: words.summary, description: words.eventText(phone))
    }

    private func delivery(
        body: [UInt8], calendar: [UInt8], brief: String, words: CallbackWords
    ) -> PreparedDelivery {
        PreparedDelivery(
            channel: .callback, reference: request.deliveryReference,
            recipient: request.recipient.name?.text ?? words.service, link: request.link,
            artifacts: [
                Artifact(
                    role: .request, fileName: ArtifactFileName("callback.json"), mediaType: .json, bytes: body
                ),
                Artifact(
                    role: .calendar, fileName: ArtifactFileName("callback.ics"), mediaType: .calendar,
                    bytes: calendar),
                Artifact(
                    role: .briefText, fileName: ArtifactFileName("brief.txt"), mediaType: .plainText,
                    bytes: Array(brief.utf8)),
            ],
            consent: ConsentNeeded(irreversible: true), doubts: doubts, afterwards: words.afterwards,
            payload: payload(words))
    }

    private var doubts: [Doubt] {
        (facts.consumer.reachable == nil ? [.usualHoursAssumed] : []) + request.doubtsOfCall
    }

    private func payload(_ words: CallbackWords) -> DeliveryPayload {
        guard let target = request.httpTarget else {
            return .person(
                PersonTask(kind: .openLink, text: words.task, link: request.link, proof: words.proof))
        }
        return .http(head: .postingJSON(to: target, expected: [200, 201, 202]), body: .request)
    }
}
