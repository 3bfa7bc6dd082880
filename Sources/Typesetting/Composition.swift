internal import CHarfBuzz

/// Brings text into Unicode's composed form.
///
/// One name must make one entry in the cache and one set of bytes, whether its accents came apart or not.
///
/// - Source: Unicode Standard Annex 15, form C.
enum Composition {
    /// - Throws: `TypesettingError.markWithoutLetter` for a mark that no character composed with its letter
    ///   holds: it could only be set by guesswork.
    static func compose(_ scalars: [UInt32], label: String) throws(TypesettingError) -> [UInt32] {
        let functions = hb_unicode_funcs_get_default()
        var pending: [UInt32] = []
        var result: [UInt32] = []
        for scalar in scalars {
            for part in decompose(scalar, with: functions) {
                if hb_unicode_combining_class(functions, part).rawValue == 0 {
                    try flush(&pending, into: &result, with: functions, label: label)
                }
                pending.append(part)
                guard pending.count <= Limits.marksMax + 1 else { throw markError(part, label: label) }
            }
        }
        try flush(&pending, into: &result, with: functions, label: label)
        return result
    }

    /// A character's full canonical decomposition; Unicode's longest has four steps.
    private static func decompose(_ scalar: UInt32, with functions: OpaquePointer?) -> [UInt32] {
        var tail: [UInt32] = []
        var first = scalar
        for _ in 0..<4 {
            var (left, right): (hb_codepoint_t, hb_codepoint_t) = (0, 0)
            guard hb_unicode_decompose(functions, first, &left, &right) != 0 else { break }
            if right != 0 { tail.append(right) }
            first = left
        }
        return [first] + tail.reversed()
    }

    /// Composes one letter with its marks, which are first put in canonical order.
    private static func flush(
        _ pending: inout [UInt32], into result: inout [UInt32], with functions: OpaquePointer?, label: String
    ) throws(TypesettingError) {
        defer { pending.removeAll(keepingCapacity: true) }
        guard var letter = pending.first else { return }
        let marks = inOrder(pending.dropFirst(), with: functions)
        for mark in marks {
            var joined: hb_codepoint_t = 0
            guard hb_unicode_compose(functions, letter, mark, &joined) != 0
            else { throw markError(mark, label: label) }
            letter = joined
        }
        if hb_unicode_combining_class(functions, letter).rawValue != 0 {
            throw markError(letter, label: label)
        }
        // Syllables of Korean are built from letters that are no marks.
        var joined: hb_codepoint_t = 0
        if let last = result.last, hb_unicode_compose(functions, last, letter, &joined) != 0 {
            result[result.count - 1] = joined
        } else {
            result.append(letter)
        }
    }

    private static func inOrder(_ marks: ArraySlice<UInt32>, with functions: OpaquePointer?) -> [UInt32] {
        marks.enumerated().sorted { first, second in
            let classes = (
                hb_unicode_combining_class(functions, first.element).rawValue,
                hb_unicode_combining_class(functions, second.element).rawValue
            )
            return classes.0 == classes.1 ? first.offset < second.offset : classes.0 < classes.1
        }.map(\.element)
    }

    private static func markError(_ mark: UInt32, label: String) -> TypesettingError {
        .markWithoutLetter(Unicode.Scalar(mark) ?? "\u{FFFD}", label: label)
    }
}
