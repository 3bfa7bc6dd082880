internal import ChannelPluginKit
internal import ContactRouting

/// A fact in the person's words that may be too long for a page.
struct LongFact {
    /// Above this nothing is measured, in characters.
    static let charactersMax = 8_000

    let field: RequestField
    private let text: @Sendable (PreparationRequest) -> String?
    private let write: @Sendable (String, inout PreparationRequest) -> Void

    static let all: [LongFact] = [
        LongFact(field: "issue.description") {
            $0.contactCase.issue.description?.reveal()
        } write: {
            $1.contactCase.issue.description = $0.isEmpty ? nil : Private($0)
        },
        line("order.item.name", \.contactCase.order.item.name),
        line("seller.name", \.contactCase.seller.name),
        line("merchant.name", \.recipient.name),
        LongFact(field: "merchant.name") {
            $0.call?.service?.text
        } write: {
            $1.call?.service = try? TextLine(parsing: $0)
        },
        hiddenLine("order.number", \.contactCase.order.number),
        hiddenLine("consumer.name", \.contactCase.consumer.name),
    ]

    func length(in request: PreparationRequest) -> Int { text(request)?.count ?? 0 }

    /// The request with only the beginning of this fact.
    func shortened(to characters: Int, in request: PreparationRequest) -> PreparationRequest {
        var request = request
        write(String((text(request) ?? "").prefix(characters)), &request)
        return request
    }

    private static func line(
        _ field: RequestField, _ path: any WritableKeyPath<PreparationRequest, TextLine?> & Sendable
    ) -> LongFact {
        LongFact(field: field) {
            $0[keyPath: path]?.text
        } write: {
            $1[keyPath: path] = try? TextLine(parsing: $0)
        }
    }

    private static func hiddenLine(
        _ field: RequestField, _ path: any WritableKeyPath<PreparationRequest, Private<TextLine>?> & Sendable
    ) -> LongFact {
        LongFact(field: field) {
            $0[keyPath: path]?.reveal().text
        } write: {
            $1[keyPath: path] = (try? TextLine(parsing: $0)).map { Private($0) }
        }
    }
}
