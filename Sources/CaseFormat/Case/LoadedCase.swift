public import ContactRouting
public import Digests
internal import JSONText
public import OpeningHours

/// A case that was read and found correct.
public struct LoadedCase: Sendable {
    /// The facts, as the decision takes them.
    public let facts: ContactCase
    /// When the person can take a call, parsed.
    public let reachable: Schedule?
    let value: JSONValue
    /// How many contacts of the file are later than the moment for which it was read, and not among the facts.
    public let contactsLeftOut: Int

    /// The case in its one canonical spelling: what its digest is made of, and what a store keeps.
    ///
    /// - Complexity: O(bytes × log members).
    public func canonicalBytes() -> [UInt8] { value.canonicalBytes() }

    /// The digest of the canonical bytes.
    ///
    /// Two files that say the same with other white space or another order of keys have the same digest.
    ///
    /// - Throws: `DigestError` when OpenSSL does not work on this machine.
    public func digest() throws(DigestError) -> SHA256Digest { try SHA256.digest(of: canonicalBytes()) }

    /// The reference that the case states, else one that is made from its content.
    public func reference() throws(DigestError) -> CaseReference {
        if let reference = facts.reference { return reference }
        return CaseReference(derivedFrom: try digest())
    }
}

extension CaseReference {
    /// A reference for a case that states none: `case-` and the first 12 hexadecimal digits of its digest.
    public init(derivedFrom digest: SHA256Digest) {
        do throws(RoutingError) {
            try self.init(parsing: "case-\(digest.hex.prefix(12))")
        } catch {
            preconditionFailure("17 of a-z, 0-9 and - are a reference")
        }
    }
}
