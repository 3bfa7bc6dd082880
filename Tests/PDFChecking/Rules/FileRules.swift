extension PDFRule {
    /// The file as bytes: header, trailer, streams, limits.
    static let fileRules = [
        PDFRule("file-header", "A 6.1.2") { checked in
            let bytes = checked.file.bytes
            let isVersion = bytes.starts(with: Array("%PDF-1.7\n%".utf8))
            let mark = bytes.dropFirst(10).prefix(4)
            return isVersion && mark.count == 4 && mark.allSatisfy { $0 > 127 }
                ? [] : ["it does not begin with %PDF-1.7 and a comment of four bytes above 127"]
        },
        PDFRule("file-end", "A 6.1.3") { checked in
            let end = Array("%%EOF".utf8)
            let isEnd = checked.file.bytes.suffix(6).elementsEqual(end + [0x0A])
            return isEnd ? [] : ["something other than one line feed follows %%EOF"]
        },
        PDFRule("file-identifier", "A 6.1.3") { checked in
            let parts = checked.file.trailer["ID"]?.array?.compactMap(\.bytes) ?? []
            return parts.count == 2 && parts.allSatisfy { $0.count >= 16 }
                ? [] : ["the trailer has no ID of two strings"]
        },
        PDFRule("no-encryption", "A 6.1.3, UA 7.16, M 26-001") { checked in
            checked.file.trailer["Encrypt"] == nil ? [] : ["the trailer has Encrypt"]
        },
        PDFRule("object-notation", "A 6.1.9") { checked in
            checked.file.offsets.compactMap { number, offset in
                let start = Array("\(number) 0 obj\n".utf8)
                let isAlone = offset == 0 || checked.file.bytes[offset - 1] == 0x0A
                let stands = checked.file.bytes[offset...].starts(with: start)
                return isAlone && stands ? nil : "object \(number) does not begin on a line of its own"
            }
        },
        PDFRule("stream-length", "A 6.1.7.1") { checked in
            checked.file.objects.compactMap { number, object in
                guard let stream = object.stream else { return nil }
                return object["Length"] == .integer(stream.count)
                    ? nil : "stream \(number) has another length than it says"
            }
        },
        PDFRule("stream-filters", "A 6.1.7.2") { checked in
            checked.file.objects.compactMap { number, object in
                guard object.stream != nil, let filter = object["Filter"] else { return nil }
                let isAllowed = [.name("FlateDecode"), .name("DCTDecode")].contains(filter)
                return isAllowed ? nil : "stream \(number) has a filter that is not allowed here"
            }
        },
        PDFRule("stream-content", "ISO 32000 7.4.4") { checked in
            checked.file.objects.compactMap { number, object in
                guard let stream = object.stream, object["Filter"] == .name("FlateDecode") else { return nil }
                return Inflater.inflate(stream) == nil ? "stream \(number) cannot be unpacked" : nil
            }
        },
        PDFRule("no-external-streams", "A 6.1.7.1") { checked in
            checked.file.objects.compactMap { number, object in
                guard object.stream != nil else { return nil }
                let isExternal = ["F", "FFilter", "FDecodeParms"].contains { object[$0] != nil }
                return isExternal ? "stream \(number) lies in another file" : nil
            }
        },
        PDFRule("value-limits", "A 6.1.13") { checked in
            checked.file.objects.compactMap { number, object in
                var isWithin = true
                object.value.visit { if !isWithinLimits($0) { isWithin = false } }
                return isWithin ? nil : "object \(number) holds a value over the limits"
            }
        },
        PDFRule("references", "ISO 32000 7.3.10") { checked in
            checked.references.filter { checked.file.objects[$0] == nil }
                .map { "object \($0) is referred to and missing" }
        },
        PDFRule("no-unused-objects", "own") { checked in
            checked.file.objects.compactMap { number, object in
                let isFrame = [.name("XRef"), .name("ObjStm")].contains(object["Type"])
                return isFrame || checked.references.contains(number)
                    ? nil : "nothing refers to object \(number)"
            }
        },
        PDFRule("no-actions", "A 6.5.1") { checked in
            let keys: Set = ["JS", "JavaScript", "AA", "OpenAction", "A", "Dest", "URI", "Launch"]
            return checked.file.objects.compactMap { number, object in
                // In elements, A holds attributes.
                let isElement = object["Type"] == .name("StructElem")
                let found = Set(object.value.dictionary?.keys.map { $0 } ?? []).intersection(keys)
                let actions = isElement ? found.subtracting(["A"]) : found
                let isAction = object["S"].map { forbiddenActions.contains($0) } ?? false
                return actions.isEmpty && !isAction ? nil : "object \(number) can act"
            }
        },
    ]

    private static let forbiddenActions: [PDFValue] = [
        "Launch", "Sound", "Movie", "ResetForm", "ImportData", "Hide", "SetOCGState", "Rendition", "Trans",
        "GoTo3DView", "JavaScript", "SubmitForm", "GoToR", "GoToE", "URI",
    ].map(PDFValue.name)

    private static func isWithinLimits(_ value: PDFValue) -> Bool {
        switch value {
        case .integer(let number): Int(Int32.min)...Int(Int32.max) ~= number
        case .real(let number): abs(number) <= 32_767
        case .string(let bytes): bytes.count <= 32_767
        case .name(let name): name.utf8.count <= 127
        case .reference(let number): (1...8_388_607).contains(number)
        case .null, .boolean, .array, .dictionary: true
        }
    }
}
