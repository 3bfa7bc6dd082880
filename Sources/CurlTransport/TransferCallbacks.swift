internal import CCurl
internal import Glibc

extension Transfer {
    /// Hands libcurl the functions through which this transfer reads, writes and is watched.
    func installCallbacks(context: UnsafeMutableRawPointer) throws(TransportError) {
        try easy.set(CURLOPT_READFUNCTION) { bytes, size, count, context in
            guard let bytes, let transfer = transfer(context) else { return Int(CURL_READFUNC_ABORT) }
            return transfer.read(into: UnsafeMutableRawBufferPointer(start: bytes, count: size * count))
        }
        try easy.set(CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            guard let bytes, let transfer = transfer(context) else { return 0 }
            return transfer.write(UnsafeRawBufferPointer(start: bytes, count: size * count))
        }
        try easy.set(CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            guard let bytes, let transfer = transfer(context) else { return 0 }
            return transfer.header(UnsafeRawBufferPointer(start: bytes, count: size * count))
        }
        try check(
            CURLOPT_OPENSOCKETFUNCTION,
            ccurl_set_open_socket(easy.raw) { context, _, address in
                guard let address, let transfer = transfer(context) else { return badSocket }
                return openSocket(to: address, for: transfer)
            })
        try check(
            CURLOPT_PREREQFUNCTION,
            ccurl_set_before_request(easy.raw) { context, address, _, _, _ in
                guard let address, let transfer = transfer(context),
                    transfer.mayBegin(over: addressBytes(text: address))
                else { return CURL_PREREQFUNC_ABORT }
                return CURL_PREREQFUNC_OK
            })
        try check(
            CURLOPT_XFERINFOFUNCTION,
            ccurl_set_progress(easy.raw) { context, _, _, _, _ in
                guard let transfer = transfer(context) else { return 1 }
                return transfer.mayGoOn() ? 0 : 1
            })
        for option in [
            CURLOPT_READDATA, CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_OPENSOCKETDATA,
            CURLOPT_PREREQDATA,
            CURLOPT_XFERINFODATA,
        ] {
            try easy.set(option, pointer: context)
        }
    }
}

private let badSocket: curl_socket_t = -1

/// The transfer behind a callback's context.
private func transfer(_ context: UnsafeMutableRawPointer?) -> Transfer? {
    context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
}

/// Opens the socket libcurl asks for, unless the rule forbids the resolved address.
private func openSocket(to address: UnsafeMutablePointer<curl_sockaddr>, for transfer: Transfer)
    -> curl_socket_t
{
    let wanted = address.pointee
    let bytes = withUnsafePointer(to: &address.pointee.addr) {
        addressBytes(family: wanted.family, socketAddress: UnsafeRawPointer($0), length: Int(wanted.addrlen))
    }
    guard transfer.mayOpen(bytes) else { return badSocket }
    let descriptor = socket(wanted.family, wanted.socktype | Int32(SOCK_CLOEXEC.rawValue), wanted.protocol)
    if descriptor >= 0 { transfer.addressAllowed() }
    return descriptor
}

/// The bytes of a socket address: 4, 16, or none for a family that no delivery uses.
private func addressBytes(family: Int32, socketAddress: UnsafeRawPointer, length: Int) -> [UInt8] {
    switch family {
    case AF_INET where length >= MemoryLayout<sockaddr_in>.size:
        let address = socketAddress.loadUnaligned(as: sockaddr_in.self).sin_addr
        return withUnsafeBytes(of: address) { Array($0) }
    case AF_INET6 where length >= MemoryLayout<sockaddr_in6>.size:
        let address = socketAddress.loadUnaligned(as: sockaddr_in6.self).sin6_addr
        return withUnsafeBytes(of: address) { Array($0) }
    default: return []  // tidy-allow: numbers of the system, not an enum of ours
    }
}

/// The bytes of an address that libcurl gives as a text.
private func addressBytes(text: UnsafePointer<CChar>) -> [UInt8] {
    var four = in_addr()
    if inet_pton(AF_INET, text, &four) == 1 { return withUnsafeBytes(of: four) { Array($0) } }
    var sixteen = in6_addr()
    if inet_pton(AF_INET6, text, &sixteen) == 1 { return withUnsafeBytes(of: sixteen) { Array($0) } }
    return []
}
