extension PDFRule {
    /// How elements may lie in one another: headings, lists, tables.
    static let shapeRules = [
        PDFRule("heading-order", "UA 7.4.2, M 14-002, M 14-003") { checked in
            var level = 0
            var faults: [String] = []
            for element in checked.tree.elements where element.role.wholeMatch(of: /H[1-6]/) != nil {
                let own = Int(element.role.dropFirst()) ?? 0
                if own > level + 1 {
                    faults.append("element \(element.number) is an \(element.role) below level \(level)")
                }
                level = own
            }
            return faults
        },
        PDFRule("element-not-empty", "own, after UA 7.1") { checked in
            checked.tree.elements.filter { $0.kids.isEmpty }.map {
                "element \($0.number), a \($0.role), holds nothing"
            }
        },
        PDFRule("element-text", "own, after UA 7.2") { checked in
            checked.tree.elements.indices.compactMap { place in
                let element = checked.tree.elements[place]
                guard element.hasContent, element.role != "Figure" else { return nil }
                let text = checked.tree.contents(of: place).map(checked.text).joined()
                return text.allSatisfy(\.isWhitespace)
                    ? "element \(element.number), a \(element.role), says nothing" : nil
            }
        },
        PDFRule("list-shape", "ISO 32000 14.8.4.3.3, UA 7.2, M 09-005") { checked in
            faults(in: checked, parent: "L", children: ["LI", "L", "Caption"])
                + faults(in: checked, parent: "LI", children: ["Lbl", "LBody"])
        },
        PDFRule("list-parts", "ISO 32000 14.8.4.3.3, UA 7.2, M 09-005") { checked in
            misplaced(in: checked, "LI", under: ["L"]) + misplaced(in: checked, "Lbl", under: ["LI"])
                + misplaced(in: checked, "LBody", under: ["LI"])
        },
        PDFRule("list-bodies", "UA 7.6") { checked in
            checked.tree.elements.filter { element in
                let roles = element.childElements.map { checked.tree.elements[$0].role }
                return element.role == "LI" && roles != ["Lbl", "LBody"] && roles != ["LBody"]
            }.map { "item \($0.number) is not a label and a body" }
        },
        PDFRule("list-numbering", "UA 7.6, M 16-001") { checked in
            checked.tree.elements.compactMap { list in
                guard list.role == "L" else { return nil }
                let labels = list.childElements.compactMap { item in
                    checked.tree.elements[item].childElements.first {
                        checked.tree.elements[$0].role == "Lbl"
                    }
                }
                let isNumbered = labels.contains { label in
                    let text = checked.tree.contents(of: label).map(checked.text).joined()
                    return text.contains(where: \.isNumber)
                }
                let numbering = checked.tree.attributes(of: list)["List"]?["ListNumbering"]
                return (numbering == .name("Decimal")) == isNumbered
                    ? nil : "list \(list.number) does not say how it is numbered"
            }
        },
        PDFRule("table-shape", "ISO 32000 14.8.4.3.4, UA 7.2, M 09-004") { checked in
            faults(in: checked, parent: "Table", children: ["TR", "THead", "TBody", "TFoot", "Caption"])
                + faults(in: checked, parent: "TR", children: ["TH", "TD"])
        },
        PDFRule("table-parts", "ISO 32000 14.8.4.3.4, UA 7.2, M 09-004") { checked in
            misplaced(in: checked, "TR", under: ["Table", "THead", "TBody", "TFoot"])
                + misplaced(in: checked, "TH", under: ["TR"]) + misplaced(in: checked, "TD", under: ["TR"])
        },
        PDFRule("table-regular", "ISO 32000 14.8.4.3.4") { checked in
            checked.tree.elements.filter { $0.role == "Table" }.compactMap { table in
                let widths = Set(table.childElements.map { checked.tree.elements[$0].childElements.count })
                return widths.count == 1 ? nil : "table \(table.number) has rows of different lengths"
            }
        },
        PDFRule("table-headers", "UA 7.5, M 15-003") { checked in
            checked.tree.elements.compactMap { cell in
                guard cell.role == "TH" else { return nil }
                let scope = checked.tree.attributes(of: cell)["Table"]?["Scope"]
                return [.name("Row"), .name("Column"), .name("Both")].contains(scope)
                    ? nil : "header cell \(cell.number) does not say what it names"
            }
        },
        PDFRule("table-has-headers", "UA 7.5") { checked in
            checked.tree.elements.filter { $0.role == "Table" }.flatMap {
                cellsWithoutHeader(of: $0, in: checked)
            }
        },
    ]

    /// Data cells that neither a header cell of their row nor one of their column names.
    private static func cellsWithoutHeader(of table: TreeScan.Element, in checked: CheckedFile) -> [String] {
        let rows = table.childElements.map { row in
            checked.tree.elements[row].childElements.map { checked.tree.elements[$0] }
        }
        func names(_ cell: TreeScan.Element, _ scope: String) -> Bool {
            let found = checked.tree.attributes(of: cell)["Table"]?["Scope"]
            return cell.role == "TH" && (found == .name(scope) || found == .name("Both"))
        }
        let named = Set(
            rows.flatMap { row in row.indices.filter { names(row[$0], "Column") } })
        return rows.flatMap { row in
            row.contains { names($0, "Row") }
                ? []
                : row.indices.filter { row[$0].role == "TD" && !named.contains($0) }
                    .map { "cell \(row[$0].number) has no header cell" }
        }
    }

    private static func faults(in checked: CheckedFile, parent: String, children: Set<String>) -> [String] {
        checked.tree.elements.filter { $0.role == parent }.flatMap { element in
            element.childElements.map { checked.tree.elements[$0] }.filter { !children.contains($0.role) }
                .map { "a \($0.role) lies in the \(parent) \(element.number)" }
                + (element.hasContent ? ["the \(parent) \(element.number) has content of its own"] : [])
        }
    }

    private static func misplaced(in checked: CheckedFile, _ role: String, under parents: Set<String>)
        -> [String]
    {
        checked.tree.elements.filter { element in
            element.role == role
                && !parents.contains(element.parent.map { checked.tree.elements[$0].role } ?? "")
        }.map { "the \(role) \($0.number) lies in the wrong place" }
    }
}
