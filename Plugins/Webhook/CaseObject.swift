internal import CivilCalendar
internal import ContactRouting
internal import JSONText

/// The case as an object of the same keys as `case.json`; what is not known has no key.
struct CaseObject {
    let facts: ContactCase
    let reference: CaseReference
    let zone: TimeZoneRules

    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("reference", reference.text)
        json.key("merchant")
        write(facts.merchant, to: &json)
        json.object("seller", facts.seller != Seller()) { write(facts.seller, to: &$0) }
        json.object("issue") { write(facts.issue, to: &$0) }
        json.object("order", facts.order != Order()) { write(facts.order, to: &$0) }
        json.object("consumer", facts.consumer != Consumer()) { write(facts.consumer, to: &$0) }
        json.object("preferences", facts.preferences != Preferences()) { write(facts.preferences, to: &$0) }
        json.list("history", facts.history) { contact, json in write(contact, to: &json) }
        json.list("attachments", facts.attachments) { attachment, json in
            json.member("path", attachment.path.text)
            json.member("title", attachment.title.text)
        }
        write("bank", facts.bank, to: &json)
        write("court", facts.court, to: &json)
        json.endObject()
    }

    private func write(_ merchant: MerchantReference, to json: inout JSONWriter) {
        switch merchant {
        case .listed(let id): json.string(id.text)
        case .described(let merchant):
            json.beginObject()
            json.member("name", merchant.name.text)
            json.member("country", merchant.country?.text)
            json.member("website", merchant.website?.text)
            json.lines("address", merchant.address)
            json.member("email", merchant.email?.text)
            json.member("phone", merchant.phone?.text)
            json.object("links", !merchant.links.isEmpty) { json in
                for link in merchant.links {
                    json.key(named: link.channel.text)
                    json.string(link.link.text)
                }
            }
            json.object("mediator", merchant.mediator != nil) { json in
                json.member("name", merchant.mediator?.name.text)
                json.lines("address", merchant.mediator?.address)
                json.member("website", merchant.mediator?.website?.text)
            }
            json.texts("languages", merchant.languages.isEmpty ? nil : merchant.languages)
            json.endObject()
        }
    }

    private func write(_ seller: Seller, to json: inout JSONWriter) {
        json.member("type", seller.kind?.rawValue)
        json.member("name", seller.name?.text)
        json.member("country", seller.country?.text)
        json.member("fulfilledBy", seller.fulfilledBy?.rawValue)
        json.member("primeEligible", seller.primeEligible)
        json.member("siteReachable", seller.siteReachable)
        json.lines("address", seller.address)
        json.member("email", seller.email?.text)
        json.member("website", seller.website?.text)
        json.member("registration", seller.registration?.text)
    }

    private func write(_ issue: Issue, to json: inout JSONWriter) {
        json.member("kind", issue.kind.rawValue)
        json.member("urgency", issue.urgency?.rawValue)
        json.member("demand", issue.demand?.rawValue)
        json.member("description", issue.description?.reveal())
        json.member("medium", issue.medium?.rawValue)
        json.member("clicked", issue.clicked)
        json.texts("dataGiven", issue.dataGiven?.map(\.rawValue))
    }

    private func write(_ consumer: Consumer, to json: inout JSONWriter) {
        json.member("name", consumer.name?.reveal().text)
        json.lines("address", consumer.address?.reveal())
        json.member("email", consumer.email?.reveal().text)
        json.member("phone", consumer.phone?.reveal().text)
        json.member("country", consumer.country?.text)
        json.member("region", consumer.region?.rawValue)
        json.member("timeZone", consumer.timeZone)
        json.member("language", consumer.language?.rawValue)
        json.member("reachable", consumer.reachable)
        json.member("hasAccount", consumer.hasAccount)
        json.member("canLogIn", consumer.canLogIn)
        json.member("canCall", consumer.canCall)
        json.member("deaf", consumer.deaf)
        json.member("professional", consumer.professional)
        json.member("signature", consumer.signature?.text)
    }

    private func write(_ preferences: Preferences, to json: inout JSONWriter) {
        json.member("priority", preferences.priority?.rawValue)
        json.member("needsWrittenProof", preferences.needsWrittenProof)
        json.member("preferredChannel", preferences.preferredChannel?.text)
        json.member("askedChannel", preferences.askedChannel?.text)
        json.texts("avoid", preferences.avoid.isEmpty ? nil : preferences.avoid.map(\.text))
    }

    private func write(_ contact: PastContact, to json: inout JSONWriter) {
        json.member("channel", contact.channel.text)
        json.member("at", zone.text(contact.at))
        json.member("outcome", contact.outcome.rawValue)
        json.member("deliveredOn", contact.deliveredOn)
        json.member("promisedOn", contact.promisedOn)
        json.member("deadline", contact.deadline)
        json.member("transcriptKept", contact.transcriptKept)
        json.member("note", contact.note?.reveal())
        json.member("tracking", contact.tracking?.reveal().text)
    }

    private func write(_ key: StaticString, _ correspondent: Correspondent?, to json: inout JSONWriter) {
        json.object(key, correspondent != nil) { json in
            json.member("name", correspondent?.name?.text)
            json.lines("address", correspondent?.address)
            json.member("phone", correspondent?.phone?.text)
        }
    }
}
