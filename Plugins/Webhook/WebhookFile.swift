internal import ChannelPluginKit
internal import CivilCalendar
internal import ContactRouting
internal import JSONText
internal import LetterWriting

/// `webhook.json`: a case and what is claimed, for a system of the person's own.
///
/// docs/webhook.md explains every key. A fact that is not known has no key.
struct WebhookFile {
    let request: PreparationRequest

    func bytes() -> [UInt8] {
        var json = JSONWriter(.pretty, capacity: 4096)
        json.beginObject()
        json.member("schema", "recours-webhook/1")
        json.member("reference", request.deliveryReference.text)
        json.member("preparedAt", request.timeZone.text(request.now))
        json.member("timeZone", request.timeZone.identifier)
        json.member("language", request.language.rawValue)
        json.key("case")
        CaseObject(facts: request.contactCase, reference: request.caseReference, zone: request.timeZone)
            .write(to: &json)
        json.object("trader", request.trader != TraderDetails()) { write(request.trader, to: &$0) }
        json.object("claim", request.letter != nil) { json in
            if let plan = request.letter { write(plan, to: &json) }
        }
        json.endObject()
        json.endLine()
        return json.bytes
    }

    private func write(_ trader: TraderDetails, to json: inout JSONWriter) {
        json.member("name", trader.name?.text)
        json.member("marketplace", trader.marketplace?.text)
        json.lines("address", trader.address)
        json.member("email", trader.email?.text)
        json.member("country", trader.country?.text)
        json.member("registration", trader.registration?.text)
    }

    private func write(_ plan: LetterPlan, to json: inout JSONWriter) {
        json.member("kind", plan.kind.rawValue)
        json.member("force", plan.force.rawValue)
        json.member("demand", plan.demandLine(in: request.language, about: request.contactCase.issue.kind))
        json.member("dueBy", plan.dueBy)
        json.member("legalDay", plan.legalDay)
        json.list("articles", plan.articles) { article, json in
            json.member("code", article.code.name(in: .french))
            json.member("number", article.number)
        }
        json.money("surcharge", plan.surcharge?.sum)
    }
}
