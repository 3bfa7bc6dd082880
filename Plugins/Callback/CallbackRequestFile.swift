internal import ChannelPluginKit
internal import CivilCalendar
internal import ContactRouting
internal import JSONText

/// `callback.json`: what a call centre needs to call back.
///
/// docs/callback-request.md explains every key. A fact that is not known has no key.
struct CallbackRequestFile {
    let request: PreparationRequest
    let phone: PhoneNumber
    let subject: String

    private var facts: ContactCase { request.contactCase }

    func bytes() -> [UInt8] {
        var json = JSONWriter(.pretty, capacity: 1024)
        json.beginObject()
        write("schema", "callback-request/1", to: &json)
        write("reference", request.deliveryReference.text, to: &json)
        write("caseReference", request.caseReference.text, to: &json)
        write("requestedAt", request.timeZone.text(request.now), to: &json)
        write("topic", facts.issue.kind.rawValue, to: &json)
        write("subject", subject, to: &json)
        write("language", request.language.rawValue, to: &json)
        json.key("contact")
        json.beginObject()
        write("name", facts.consumer.name?.reveal().text, to: &json)
        write("phone", phone.text, to: &json)
        write("country", facts.consumer.country?.text, to: &json)
        json.endObject()
        write("orderNumber", facts.order.number?.reveal().text, to: &json)
        write("timeZone", request.timeZone.identifier, to: &json)
        json.key("slots")
        json.beginArray()
        for slot in request.slots {
            json.beginObject()
            write("from", request.timeZone.text(slot.from), to: &json)
            write("to", request.timeZone.text(slot.to), to: &json)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        json.endLine()
        return json.bytes
    }

    private func write(_ key: StaticString, _ text: String?, to json: inout JSONWriter) {
        guard let text else { return }
        json.key(key)
        json.string(text)
    }
}
