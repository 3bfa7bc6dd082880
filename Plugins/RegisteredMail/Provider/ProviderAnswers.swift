internal import ChannelPluginKit
internal import CivilCalendar
internal import ContactRouting
internal import JSONText

/// A document of a sending as the provider tells about it.
struct DocumentView: Hashable {
    let priority: Int64?
    let name: String?
    let byteCount: Int?

    init(_ value: JSONValue) {
        priority = value.member(named: "priority")?.int
        name = value.member(named: "name")?.string
        byteCount = value.member(named: "size")?.int.flatMap { Int(exactly: $0) }
    }
}

/// A sending as the provider tells about it.
struct SendingView: Hashable {
    /// How far it has come; `nil` in the view for a word that is not known.
    enum Status: String, CaseIterable {
        case draft = "DRAFT"
        case pending = "PENDING"
        case accepted = "ACCEPTED"
        case rejected = "REJECTED"
        case processed = "PROCESSED"
        case processedWithErrors = "PROCESSED_WITH_ERRORS"
    }

    let id: SendingID
    /// Our reference.
    let customID: String?
    let createdAt: Instant?
    let status: Status?
    /// Why it was rejected, in the provider's words.
    let detail: String?
    let documents: Int64?
    let recipients: Int64?

    init?(_ value: JSONValue) {
        guard let id = SendingID(value.member(named: "id")?.string) else { return nil }
        self.id = id
        customID = value.member(named: "custom_id")?.string
        createdAt = value.member(named: "creation_date")?.string.flatMap(Instant.init(provider:))
        status = value.member(named: "status")?.string.flatMap(Status.init)
        detail = value.member(named: "status_detail")?.string
        documents = value.member(named: "documents_count")?.int
        recipients = value.member(named: "recipients_counts")?.member(named: "total")?.int
    }

    /// True for a draft that has nothing in it yet.
    var isEmptyDraft: Bool { status == .draft && documents == 0 && recipients == 0 }

    /// True for a draft that holds what was prepared; what the provider does not tell is taken on trust.
    func isComplete(documents count: Int) -> Bool {
        status == .draft && documents ?? Int64(count) == count && recipients ?? 1 == 1
    }
}

/// The one recipient of a sending as the provider tells about it.
struct RecipientView: Hashable {
    let isRejected: Bool
    let detail: String?
    /// Rounded up to the cent; nil when it is not told.
    let price: Money?

    init(_ value: JSONValue) {
        isRejected = value.member(named: "status")?.isText("REJECTED") ?? false
        detail = value.member(named: "status_detail")?.string
        price = value.member(named: "postage_price")?.double.flatMap(Self.money)
    }

    /// A price may come as 6.1100001: a thousandth of a cent is no cent.
    private static func money(_ euros: Double) -> Money? {
        guard euros.isFinite, (0...1_000_000).contains(euros), euros > 0 else { return nil }
        return Money(hundredths: Int64((euros * 100 - 0.001).rounded(.up)))
    }
}

/// Reads what the provider answers, within limits.
struct ProviderAnswer {
    /// - Unit: bytes of an answer that is read.
    static let bytesMax = 1 << 20

    let response: HTTPResponse
    /// Nil for an empty body, and for one that is no JSON.
    let root: JSONValue?

    init(_ response: HTTPResponse) {
        self.response = response
        let body = response.body.reveal()
        root =
            body.isEmpty || body.count > Self.bytesMax ? nil : try? JSONDocument(parsing: body).root
    }

    /// Whether the body says that it failed, whatever the status of the answer.
    var isRefusal: Bool {
        guard let root else { return false }
        if let errors = root.member(named: "errors"), !errors.isNull { return true }
        if let error = root.member(named: "error"), !error.isNull, error.bool != false { return true }
        let words = ["error", "failed", "failure"]
        return root.member(named: "status")?.string.map { words.contains($0.lowercased()) } ?? false
    }

    /// Whether nothing can be read in it where something should be.
    var isUnreadable: Bool { root == nil && !response.body.reveal().isEmpty }

    var sending: SendingView? { isRefusal ? nil : root.flatMap(SendingView.init) }

    /// The sendings of one page, and how many there are in all.
    var page: (sendings: [SendingView], count: Int, total: Int64?)? {
        guard !isRefusal, let elements = root?.member(named: "sendings")?.elements else { return nil }
        let all = Array(elements)
        let total = root?.member(named: "paging")?.member(named: "total_results")?.int
        return (all.compactMap(SendingView.init), all.count, total)
    }

    /// The documents in the order in which they are printed; nil when the answer holds none.
    var documents: [DocumentView]? {
        guard !isRefusal, let elements = root?.member(named: "documents")?.elements else { return nil }
        return elements.map(DocumentView.init).sorted { $0.priority ?? 0 < $1.priority ?? 0 }
    }

    /// The recipients; nil when the answer holds none.
    var recipients: [RecipientView]? {
        guard !isRefusal else { return nil }
        return root?.member(named: "recipients")?.elements?.map(RecipientView.init)
    }
}

/// What the provider says against a request, by its codes.
struct ProviderComplaint {
    /// Its codes, such as `ADDRESS_LINE_1_TOO_LONG`; at most five.
    let codes: [String]

    /// - Parameter body: an answer such as `{"errors": [{"code": "…", "message": "…"}]}`, or one such error alone.
    init(_ body: [UInt8]) {
        guard body.count <= ProviderAnswer.bytesMax, let root = try? JSONDocument(parsing: body).root else {
            codes = []
            return
        }
        let errors = root.member(named: "errors")?.elements.map(Array.init) ?? [root]
        codes = errors.prefix(5).compactMap { $0.member(named: "code")?.string }.filter(Self.isCode)
    }

    /// The field of the case that is to blame; nil when none is.
    func field(of recipient: String) -> String? {
        for code in codes {
            let words = code.split(separator: "_")
            guard words.starts(with: ["ADDRESS", "LINE"]), words.count > 3, let line = Int(words[2]) else {
                continue
            }
            return "\(recipient), line \(line)"
        }
        return codes.contains { $0.contains("DOCUMENT") } ? "letter" : nil
    }

    /// Behind a sentence: ` (CODE, CODE)`.
    var suffix: String { codes.isEmpty ? "" : " (\(codes.joined(separator: ", ")))" }

    private static func isCode(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "_")
            }
    }
}

extension Instant {
    /// Reads a moment of the provider's, whose offset may come without its colon: `2026-11-23T14:52:21.000+0100`.
    init?(provider text: String) {
        let end = text.suffix(5)
        let isBare = end.utf8.count == 5 && (end.first == "+" || end.first == "-") && !end.contains(":")
        let whole = isBare ? "\(text.dropLast(2)):\(text.suffix(2))" : text
        guard let moment = try? Instant(parsing: whole) else { return nil }
        self = moment
    }
}
