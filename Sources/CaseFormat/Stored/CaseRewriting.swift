public import CivilCalendar
public import ContactRouting
internal import JSONText

extension LoadedCase {
    /// The case with another history, and with the reference that a store gave it.
    ///
    /// Everything else is as the person wrote it.
    ///
    /// - Parameters:
    ///   - history: as it is written, in this order.
    ///   - zone: the person's, in which moments are written.
    /// - Complexity: O(bytes).
    public func json(
        reference: CaseReference, history: [PastContact], in zone: TimeZoneRules, isPretty: Bool = false
    ) -> [UInt8] {
        rewritten(isPretty: isPretty, reference: reference) { writer in
            guard !history.isEmpty else { return }
            writer.key("history")
            writer.beginArray()
            for contact in history {
                writer.beginObject()
                contact.writeMembers(to: &writer, in: zone)
                writer.endObject()
            }
            writer.endArray()
        } keeping: {
            !$0.keyIs("history")
        }
    }

    /// The case as a store keeps it: with its reference, and with paths that lead to the store's own copies.
    ///
    /// - Parameters:
    ///   - attachments: for each attachment of the case its path, in their order.
    ///   - signature: the path of the picture of the signature, when the case names one.
    public func json(
        reference: CaseReference, attachments: [String], signature: String?
    ) -> [UInt8] {
        rewritten(isPretty: false, reference: reference) { writer in
            guard !attachments.isEmpty else { return }
            writer.key("attachments")
            writer.beginArray()
            for (path, attachment) in zip(attachments, facts.attachments) {
                writer.beginObject()
                writer.key("path")
                writer.string(path)
                writer.key("title")
                writer.string(attachment.title.text)
                writer.endObject()
            }
            writer.endArray()
        } keeping: {
            !$0.keyIs("attachments")
        } replacing: { member, writer in
            guard member.keyIs("consumer"), let signature, let consumer = member.value.members else {
                return false
            }
            writer.key("consumer")
            writer.beginObject()
            for part in consumer {
                writer.key(named: part.key)
                if part.keyIs("signature") { writer.string(signature) } else { writer.value(part.value) }
            }
            writer.endObject()
            return true
        }
    }

    private func rewritten(
        isPretty: Bool, reference: CaseReference, adding: (inout JSONWriter) -> Void,
        keeping: (JSONMember) -> Bool,
        replacing: (JSONMember, inout JSONWriter) -> Bool = { _, _ in false }
    ) -> [UInt8] {
        var writer = JSONWriter(isPretty ? .pretty : .compact, capacity: 4096)
        writer.beginObject()
        writer.key("reference")
        writer.string(reference.text)
        if let members = value.members {
            for member in members where !member.keyIs("reference") && keeping(member) {
                if replacing(member, &writer) { continue }
                writer.key(named: member.key)
                writer.value(member.value)
            }
        }
        adding(&writer)
        writer.endObject()
        return writer.bytes
    }
}
