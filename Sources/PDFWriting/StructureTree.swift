/// What the parts of a document are: the order and the roles in which a screen reader tells them.
///
/// - Source: ISO 32000-1, 14.7 and 14.8.
public struct StructureTree: Hashable, Sendable {
    /// What an element is; the raw value is its standard structure type.
    public enum Role: String, Hashable, Sendable {
        case paragraph = "P"
        case heading = "H1"
        case subheading = "H2"
        case list = "L"
        case listItem = "LI"
        case label = "Lbl"
        case listBody = "LBody"
        case table = "Table"
        case tableRow = "TR"
        case headerCell = "TH"
        case dataCell = "TD"
        case figure = "Figure"
    }

    /// What a screen reader learns of an element beyond its role.
    public enum Attribute: Hashable, Sendable {
        /// The header cell names the cells beside it.
        case namesRow
        /// The header cell names the cells below it.
        case namesColumn
        /// The items are numbered 1, 2, 3.
        case isNumbered
        /// What a figure shows, in words.
        case alternative(String)
    }

    /// Names an element of one tree.
    public struct Element: Hashable, Sendable {
        let index: Int
    }

    /// The most elements of one document.
    public static let elementsMax = 50_000

    struct Node: Hashable, Sendable {
        let role: Role
        let parent: Int?
        let attribute: Attribute?
        var children: [Int] = []
    }

    private(set) var nodes: [Node] = []
    /// The elements directly under the document, in order.
    private(set) var top: [Int] = []

    public init() {}

    /// Adds an element after those already there.
    ///
    /// - Parameter parent: nil for an element directly under the document. An element with children shows no
    ///   content of its own.
    public mutating func add(
        _ role: Role, under parent: Element? = nil, attribute: Attribute? = nil
    ) -> Element {
        let index = nodes.count
        nodes.append(Node(role: role, parent: parent?.index, attribute: attribute))
        if let parent { nodes[parent.index].children.append(index) } else { top.append(index) }
        return Element(index: index)
    }
}
