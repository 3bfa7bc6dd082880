extension PDFRule {
    /// The structure tree: complete, consistent, in standard roles.
    static let structureRules = [
        PDFRule("structure-root", "A 6.7.3.1, UA 7.1") { checked in
            let tops = checked.tree.elements.filter { $0.parent == nil }
            let isOne = tops.count == 1 && tops[0].role == "Document"
            return checked.tree.root["Type"] == .name("StructTreeRoot") && isOne
                ? [] : ["the structure is not one Document"]
        },
        PDFRule("structure-links", "ISO 32000 14.7.2") { checked in
            checked.tree.faults
                + checked.tree.elements.filter { $0.entries["Type"] != .name("StructElem") }
                .map { "element \($0.number) does not say its type" }
        },
        PDFRule("structure-roles", "A 6.7.3.4, UA 7.1, M 02-001") { checked in
            checked.tree.elements.filter { !standardRoles.contains($0.role) }
                .map { "element \($0.number) has the role \($0.role), which is none of the standard ones" }
        },
        PDFRule("role-map", "A 6.7.3.4, M 02-003, M 02-004") { checked in
            checked.tree.roleMap.compactMap { name, role in
                if standardRoles.contains(name) { return "the standard role \(name) is mapped to another" }
                // A role that leads to another mapped one, or to itself, leads nowhere.
                return standardRoles.contains(role) ? nil : "the role \(name) leads to no standard one"
            }
        },
        PDFRule("content-in-structure", "UA 7.1, M 01-005") { checked in
            let told = Set(contents(of: checked))
            return checked.pages.flatMap { page in
                page.scan.marks.filter { !told.contains(Place(page: page.number, mark: $0.number)) }
                    .map { "content \($0.number) of page \(page.number) is not in the structure" }
            }
        },
        PDFRule("structure-has-content", "ISO 32000 14.7.4") { checked in
            let shown = Set(
                checked.pages.flatMap { page in
                    page.scan.marks.map { Place(page: page.number, mark: $0.number) }
                })
            let told = contents(of: checked)
            var faults = told.filter { !shown.contains($0) }.map {
                "the structure names content \($0.mark) of page \($0.page), which is not there"
            }
            if Set(told).count != told.count { faults.append("content belongs to two elements") }
            return faults
        },
        PDFRule("content-role", "UA 7.1, M 01-006") { checked in
            checked.tree.elements.flatMap { element in
                element.kids.compactMap { kid in
                    guard case .content(let page, let number) = kid,
                        let found = checked.mark((page, number))?.mark,
                        found.tag != element.entries["S"]?.name
                    else { return nil }
                    return "element \(element.number) calls its content \(found.tag)"
                }
            }
        },
        PDFRule("parent-tree", "ISO 32000 14.7.4.4, UA 7.1") { checked in
            let parents = parentTree(of: checked)
            return checked.pages.flatMap { page -> [String] in
                guard let key = page.entries["StructParents"]?.integer, let row = parents[key]
                else { return ["page \(page.number) has no row in the parent tree"] }
                guard row.count == page.scan.marks.count
                else { return ["the row of page \(page.number) has \(row.count) entries"] }
                return row.enumerated().compactMap { mark, parent in
                    let place = parent.reference.flatMap { checked.tree.places[$0] }
                    let owns =
                        place.map {
                            checked.tree.elements[$0].kids.contains(.content(page: page.number, mark: mark))
                        } ?? false
                    return owns
                        ? nil : "content \(mark) of page \(page.number) has another parent in the tree"
                }
            }
        },
        PDFRule("parent-tree-keys", "ISO 32000 7.9.7, 14.7.2") { checked in
            let numbers = parentNumbers(of: checked)
            let keys = numbers.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element.integer)
            let wanted = checked.pages.map { $0.entries["StructParents"]?.integer }
            let isSorted = zip(keys, keys.dropFirst()).allSatisfy { ($0 ?? 0) < ($1 ?? 0) }
            let next = checked.tree.root["ParentTreeNextKey"]?.integer ?? -1
            return isSorted && keys == wanted && next > (keys.compactMap { $0 }.max() ?? -1)
                ? [] : ["the keys of the parent tree are not those of the pages, in order"]
        },
        PDFRule("reading-order", "UA 7.2, M 09-001") { checked in
            checked.pages.flatMap { page -> [String] in
                // The cells of a row stand beside each other, line by line: the row counts as one.
                let starts = units(of: checked).compactMap { unit in
                    unit.filter { $0.page == page.number }.map(\.mark).min()
                }
                return starts == starts.sorted()
                    ? [] : ["page \(page.number) is told in another order than it is shown"]
            }
        },
        PDFRule("element-language", "UA 7.2, M 11-001") { checked in
            checked.tree.elements.compactMap { element in
                guard let language = element.entries["Lang"] else { return nil }
                return isLanguage(language.text ?? "")
                    ? nil : "element \(element.number) has a malformed language"
            }
        },
    ]

    private struct Place: Hashable {
        let page: Int
        let mark: Int
    }

    private static let standardRoles: Set = [
        "Document", "P", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH",
        "TD", "THead", "TBody", "TFoot", "Figure", "Caption", "Sect", "Span",
    ]

    private static func contents(of checked: CheckedFile) -> [Place] {
        checked.tree.elements.flatMap { element in
            element.kids.compactMap {
                if case .content(let page, let mark) = $0 { Place(page: page, mark: mark) } else { nil }
            }
        }
    }

    /// The content of each table row and of each element outside tables, in the order of the tree.
    private static func units(of checked: CheckedFile) -> [[(page: Int, mark: Int)]] {
        checked.tree.elements.indices.compactMap { place in
            let element = checked.tree.elements[place]
            if element.role == "TR" { return checked.tree.contents(of: place) }
            let isCell = ["TH", "TD"].contains(element.role)
            return element.hasContent && !isCell ? checked.tree.contents(of: place) : nil
        }
    }

    private static func parentNumbers(of checked: CheckedFile) -> [PDFValue] {
        checked.file.entries(checked.tree.root["ParentTree"])["Nums"]?.array ?? []
    }

    private static func parentTree(of checked: CheckedFile) -> [Int: [PDFValue]] {
        let numbers = parentNumbers(of: checked)
        var rows: [Int: [PDFValue]] = [:]
        for index in stride(from: 0, to: numbers.count - 1, by: 2) {
            if let key = numbers[index].integer {
                rows[key] = checked.file.resolve(numbers[index + 1])?.array
            }
        }
        return rows
    }
}
