internal import Glibc

/// One connection of a scripted server, read and written on its own thread.
public final class ServerConnection {
    public let descriptor: Int32
    private var buffer: [UInt8] = []
    private var position = 0

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
        var patience = timeval(tv_sec: LoopbackServer.patienceSeconds, tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, size)
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, size)
    }

    /// The next line without its line end; nil at the end of the connection.
    public func readLine() -> String? {
        var line: [UInt8] = []
        while let byte = readByte() {
            if byte == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
            if byte != UInt8(ascii: "\r") { line.append(byte) }
        }
        return nil
    }

    /// Exactly `count` bytes, or fewer at the end of the connection.
    public func read(_ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count, let byte = readByte() { bytes.append(byte) }
        return bytes
    }

    /// The next byte; nil at the end of the connection.
    public func readByte() -> UInt8? {
        if position == buffer.count {
            buffer = [UInt8](repeating: 0, count: 65_536)
            let count = recv(descriptor, &buffer, buffer.count, 0)
            buffer.removeLast(buffer.count - max(0, count))
            position = 0
            guard count > 0 else { return nil }
        }
        defer { position += 1 }
        return buffer[position]
    }

    /// Writes everything; false when the other side is gone.
    @discardableResult
    public func write(_ text: String) -> Bool { write(Array(text.utf8)) }

    @discardableResult
    public func write(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    /// Writes one byte at a time; false when the other side is gone.
    public func drip(_ text: String, everyMilliseconds pause: Int) -> Bool {
        for byte in text.utf8 {
            guard write([byte]) else { return false }
            usleep(UInt32(pause * 1000))
        }
        return true
    }

    /// Says nothing more until the other side leaves or patience ends.
    public func hang() { while readByte() != nil {} }

    /// Ends the connection with RST instead of FIN.
    public func reset() {
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
    }

    /// Passes everything on to another port of this machine and back, until one side ends.
    public func passOn(to port: Int) {
        let other = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        defer { close(other) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        address.sin_port = UInt16(port).bigEndian
        let code = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(other, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard code == 0 else { return }
        var watched = [descriptor, other].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        while poll(&watched, 2, Int32(LoopbackServer.patienceSeconds * 1000)) > 0 {
            for (index, entry) in watched.enumerated() where entry.revents != 0 {
                var bytes = [UInt8](repeating: 0, count: 65_536)
                let count = recv(entry.fd, &bytes, bytes.count, 0)
                guard count > 0 else { return }
                send(watched[1 - index].fd, &bytes, count, Int32(MSG_NOSIGNAL))
            }
        }
    }
}
