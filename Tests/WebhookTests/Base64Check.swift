import Foundation

/// Base64 as Foundation writes it, to compare with.
enum Base64Check {
    static func text(of bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }
}
