extension PDFRule {
    /// What greys and colours mean.
    static let colourRules = [
        PDFRule("output-intent", "A 6.2.3") { checked in
            let intents = checked.file.resolve(checked.file.catalog["OutputIntents"])?.array ?? []
            guard intents.count == 1 else { return ["there is not one output intent"] }
            let intent = checked.file.entries(intents[0])
            let isComplete =
                intent["S"] == .name("GTS_PDFA1")
                && intent["OutputConditionIdentifier"]?.text?.isEmpty == false
                && intent["Info"]?.text?.isEmpty == false && intent["DestOutputProfileRef"] == nil
            return isComplete && profile(of: checked) != nil ? [] : ["the output intent is incomplete"]
        },
        PDFRule("colour-profile", "A 6.2.3, ICC.1 7.2") { checked in
            guard let (components, bytes) = profile(of: checked) else { return ["there is no profile"] }
            return profileFaults(bytes, components: components)
        },
    ]

    private static func profile(of checked: CheckedFile) -> (components: Int?, bytes: [UInt8])? {
        let intents = checked.file.resolve(checked.file.catalog["OutputIntents"])?.array ?? []
        let reference = checked.file.entries(intents.first)["DestOutputProfile"]
        guard let number = reference?.reference, let bytes = checked.file.content(of: reference) else {
            return nil
        }
        return (checked.file.objects[number]?["N"]?.integer, bytes)
    }

    private static func profileFaults(_ bytes: [UInt8], components: Int?) -> [String] {
        guard bytes.count >= 132 else { return ["the profile is shorter than its header"] }
        func number(_ offset: Int) -> Int { bytes[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) } }
        func word(_ offset: Int) -> String { String(decoding: bytes[offset..<(offset + 4)], as: UTF8.self) }
        var faults: [String] = []
        if number(0) != bytes.count { faults.append("the profile has another length than it says") }
        if ![2, 4].contains(bytes[8]) { faults.append("the profile has an unknown version") }
        if word(12) != "mntr" || word(16) != "RGB " || word(20) != "XYZ " || components != 3 {
            faults.append("the profile is not for a screen in RGB")
        }
        if word(36) != "acsp" { faults.append("the profile has no signature") }
        var found: Set<String> = []
        for index in 0..<min(number(128), 100) {
            let entry = 132 + index * 12
            guard entry + 12 <= bytes.count, number(entry + 4) % 4 == 0,
                number(entry + 4) + number(entry + 8) <= bytes.count
            else { return faults + ["a tag of the profile lies outside"] }
            found.insert(word(entry))
        }
        let required: Set = ["desc", "cprt", "wtpt", "chad", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"]
        return faults + required.subtracting(found).sorted().map { "the profile has no tag \($0)" }
    }
}
