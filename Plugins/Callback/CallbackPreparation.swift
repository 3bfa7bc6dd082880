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
        guard let phone = request.phone, let slot = request.slots.first else {
            let fields: [RequestField?] = [
                request.phone == nil ? "consumer.phone" : nil,
                request.slots.isEmpty ? "consumer.reachable" : nil,
            ]
            throw .missing(channel: .callback, fields: fields.compactMap { $0 })
        }
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
        let calendar = CalendarFile(
            request: request, slot: slot, summary: words.summary, description: words.eventText(phone)
        ).bytes()
        let brief = CallbackBrief(request: request, slot: slot, phone: phone).text
        return delivery(body: body, calendar: calendar, brief: brief, words: words)
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
            consent: ConsentNeeded(irreversible: true), doubts: doubts(words), afterwards: words.afterwards,
            payload: payload(words))
    }

    private func doubts(_ words: CallbackWords) -> [String] {
        var doubts = request.phone?.rangeUnknown == true ? [words.rangeDoubt] : []
        if facts.order.number == nil, IssueSet.aboutAnOrder.contains(facts.issue.kind) {
            doubts.append(LetterDoubt.orderNumberUnknown.text(in: request.language))
        }
        return doubts
    }

    private func payload(_ words: CallbackWords) -> DeliveryPayload {
        guard let target = request.httpTarget else {
            return .person(
                PersonTask(kind: .openLink, text: words.task, link: request.link, proof: words.proof))
        }
        let headers = ["Content-Type", "Accept"].compactMap {
            HTTPHeader(name: $0, value: "application/json")
        }
        let head = HTTPRequestHead(
            method: .post, target: target, headers: headers, expected: [200, 201, 202])
        return .http(head: head, body: .request)
    }
}
