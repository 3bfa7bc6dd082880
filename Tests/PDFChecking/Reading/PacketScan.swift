/// An XMP packet: the values of its properties by their prefixed names.
///
/// A reader for packets as our writer makes them: elements, attributes, text; no comments, no sections, no entities
/// but the three that text needs.
struct PacketScan: Sendable {
    struct Element: Sendable {
        var name: String
        var attributes: [String: String] = [:]
        var text = ""
        var children: [Element] = []

        /// All elements of this name inside, at any depth.
        func all(_ name: String) -> [Element] {
            children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
        }
    }

    let root: Element
    /// Everything before the first element, without the line break.
    let header: String
    let trailer: String

    /// - Returns: nil when the packet is no UTF-8 or its elements do not fit into one another.
    init?(_ bytes: [UInt8]) {
        guard let text = String(validating: bytes, as: UTF8.self),
            let start = text.firstRange(of: "<x:xmpmeta")?.lowerBound,
            let end = text.firstRange(of: "</x:xmpmeta>")?.upperBound
        else { return nil }
        header = text[..<start].trimmingSpace
        trailer = text[end...].trimmingSpace
        var rest = text[start..<end]
        var open: [Element] = []
        while let tagStart = rest.firstIndex(of: "<"), let tagEnd = rest[tagStart...].firstIndex(of: ">") {
            guard let plain = Self.plain(rest[..<tagStart]) else { return nil }
            if !open.isEmpty { open[open.count - 1].text += plain }
            let tag = rest[rest.index(after: tagStart)..<tagEnd]
            rest = rest[rest.index(after: tagEnd)...]
            if tag.hasPrefix("/") {
                guard let closed = open.popLast(), closed.name == tag.dropFirst() else { return nil }
                if open.isEmpty {
                    root = closed
                    guard rest.isEmpty else { return nil }
                    return
                }
                open[open.count - 1].children.append(closed)
            } else {
                guard let element = Self.element(tag) else { return nil }
                open.append(element)
            }
        }
        return nil
    }

    /// The text of a property, such as `pdfaid:part`; nil unless it stands exactly once.
    func value(_ name: String) -> String? {
        let found = root.all(name)
        guard found.count == 1 else { return nil }
        let items = found[0].all("rdf:li")
        return items.isEmpty ? found[0].text : items.map(\.text).joined(separator: "; ")
    }

    /// The names of all properties that the packet holds.
    var properties: [String] {
        root.all("rdf:Description").flatMap { $0.children.map(\.name) }
    }

    private static func element(_ tag: Substring) -> Element? {
        guard let name = tag.split(whereSeparator: \.isWhitespace).first else { return nil }
        var element = Element(name: String(name))
        var rest = tag[name.endIndex...]
        while let equals = rest.firstIndex(of: "=") {
            let key = rest[..<equals].trimmingSpace
            let opening = rest.index(after: equals)
            guard opening < rest.endIndex, rest[opening] == "\"",
                let closing = rest[rest.index(after: opening)...].firstIndex(of: "\""),
                let value = plain(rest[rest.index(after: opening)..<closing]),
                element.attributes.updateValue(value, forKey: key) == nil
            else { return nil }
            rest = rest[rest.index(after: closing)...]
        }
        return rest.trimmingSpace.isEmpty ? element : nil
    }

    private static func plain(_ text: Substring) -> String? {
        let plain = text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
        let marks = text.replacing("&lt;", with: "").replacing("&gt;", with: "").replacing("&amp;", with: "")
        return marks.contains("&") ? nil : String(plain.replacing("&amp;", with: "&"))
    }
}

extension StringProtocol {
    fileprivate var trimmingSpace: String {
        var rest = Substring(self)
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
