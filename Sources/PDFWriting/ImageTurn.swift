extension RasterImage {
    /// How the stored rows and columns lie in the picture as it is looked at.
    ///
    /// Telephones store every photograph as the sensor read it, and note how the telephone was held.
    ///
    /// - Source: EXIF 2.32, tag 0x0112 (`Orientation`); the raw value is the tag's.
    enum Turn: Int, Hashable, Sendable {
        case none = 1
        case mirrored, halfTurn, mirroredUpsideDown, mirroredQuarterLeft, quarterRight, mirroredQuarterRight,
            quarterLeft

        var swapsSides: Bool { rawValue >= 5 }

        /// Maps the unit square of the stored picture to the unit square of the page, as PDF's `cm` takes it.
        ///
        /// In both squares the first column is left and the last row is at the bottom.
        var matrix: (a: Int, b: Int, c: Int, d: Int, e: Int, f: Int) {
            switch self {
            case .none: (1, 0, 0, 1, 0, 0)
            case .mirrored: (-1, 0, 0, 1, 1, 0)
            case .halfTurn: (-1, 0, 0, -1, 1, 1)
            case .mirroredUpsideDown: (1, 0, 0, -1, 0, 1)
            case .mirroredQuarterLeft: (0, -1, -1, 0, 1, 1)
            case .quarterRight: (0, -1, 1, 0, 0, 1)
            case .mirroredQuarterRight: (0, 1, 1, 0, 0, 0)
            case .quarterLeft: (0, 1, -1, 0, 1, 0)
            }
        }
    }
}
