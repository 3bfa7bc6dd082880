internal import Foundation

extension ProviderServer.State {
    /// Does what a request asks for, and says what is answered.
    mutating func take(_ request: ProviderRequest, _ call: ProviderServer.Call) -> (code: Int, body: String) {
        if call == .token { return token(request) }
        let token = request.header("Authorization").map { $0.replacing("Bearer ", with: "") }
        guard let token, tokens.contains(token) else { return (401, #"{"code":"UNAUTHORIZED"}"#) }
        if call == .list { return list(request) }
        if call == .create { return create(request) }
        guard let index = sendings.firstIndex(where: { $0.id == request.id }) else {
            return (404, #"{"code":"SENDING_NOT_FOUND"}"#)
        }
        switch call {
        case .sending: return (200, Self.text(sendings[index]))
        case .documents: return Self.documents(sendings[index])
        case .recipients: return recipients(sendings[index])
        case .document, .recipient, .submit:
            guard sendings[index].status == "DRAFT" else {
                return (400, #"{"errors":[{"code":"SENDING_STATUS_IS_NOT_DRAFT","message":"no"}]}"#)
            }
            return change(index, request, call)
        case .token, .list, .create: return (500, "")
        }
    }

    private mutating func token(_ request: ProviderRequest) -> (code: Int, body: String) {
        tokenRequests.append(request.text)
        let basic = Data(ProviderServer.account.utf8).base64EncodedString()
        guard request.header("Authorization") == "Basic \(basic)" else {
            return (401, #"{"error":"invalid_client"}"#)
        }
        if request.text.hasPrefix("grant_type=password"), !request.text.hasSuffix("&password=pass%26word") {
            return (400, #"{"error":"invalid_grant"}"#)
        }
        tokensGiven += 1
        let token = "token-\(tokensGiven)"
        tokens.insert(token)
        return (
            200, #"{"access_token":"\#(token)","token_type":"Bearer","expires_in":\#(tokenSeconds)}"#
        )
    }

    private mutating func create(_ request: ProviderRequest) -> (code: Int, body: String) {
        var sending = ProviderServer.Sending(
            id: "sending-\(sendings.count + 1)", customID: request.json["custom_id"] as? String ?? "")
        sending.createdAt = now
        sendings.append(sending)
        return (201, Self.text(sending))
    }

    private mutating func change(
        _ index: Int, _ request: ProviderRequest, _ call: ProviderServer.Call
    ) -> (code: Int, body: String) {
        switch call {
        case .document:
            guard request.text.contains("%PDF-") else {
                return (400, #"{"errors":[{"code":"CORRUPTED_DOCUMENT","message":"no"}]}"#)
            }
            sendings[index].documents.append(request.text)
            sendings[index].files.append(request.file)
            return (201, #"{"id":"document","name":"d","priority":1,"type":"application/pdf","size":1}"#)
        case .recipient:
            sendings[index].recipients.append(request.text)
            return (201, #"{"id":"recipient","status":"DRAFT"}"#)
        case .submit:
            sendings[index].orders += 1
            sendings[index].status = statusAfterOrder
            return (200, "")
        case .token, .list, .create, .sending, .documents, .recipients: return (500, "")
        }
    }

    private func list(_ request: ProviderRequest) -> (code: Int, body: String) {
        let query = request.path.split(separator: "?").last ?? ""
        func number(_ name: String) -> Int {
            query.split(separator: "&").first { $0.hasPrefix(name + "=") }
                .flatMap { Int($0.dropFirst(name.count + 1)) } ?? 1
        }
        let sendings = listsNewestFirst ? self.sendings.reversed() : self.sendings
        let page = sendings.dropFirst(number("start_index") - 1).prefix(number("count"))
        let texts = page.map(Self.text).joined(separator: ",")
        return (200, #"{"sendings":[\#(texts)],"paging":{"total_results":\#(sendings.count)}}"#)
    }

    private static func documents(_ sending: ProviderServer.Sending) -> (code: Int, body: String) {
        let texts = sending.files.enumerated().map { index, file in
            #"{"id":"d-\#(index)","priority":\#(index + 1),"name":"\#(file.name)","size":\#(file.byteCount)}"#
        }
        return (200, #"{"documents":[\#(texts.joined(separator: ","))]}"#)
    }

    private func recipients(_ sending: ProviderServer.Sending) -> (code: Int, body: String) {
        let price = price.map { #","postage_price":\#($0)"# } ?? ""
        let status = sending.status == "PROCESSED_WITH_ERRORS" ? "REJECTED" : "PENDING"
        let texts = sending.recipients.map { _ in #"{"id":"recipient","status":"\#(status)"\#(price)}"# }
        return (200, #"{"recipients":[\#(texts.joined(separator: ","))]}"#)
    }

    private static func text(_ sending: ProviderServer.Sending) -> String {
        #"{"id":"\#(sending.id)","custom_id":"\#(sending.customID)","status":"\#(sending.status)","#
            + (sending.createdAt.map { #""creation_date":"\#($0)","# } ?? "")
            + #""documents_count":\#(sending.documents.count),"#
            + #""recipients_counts":{"total":\#(sending.recipients.count)}}"#
    }
}

extension ProviderRequest {
    /// The document of a form with its name, as the form tells both.
    fileprivate var file: ProviderServer.File {
        let mark = Data("\r\n\r\n".utf8)
        let data = Data(body)
        let name = text.split(separator: "filename=\"").dropFirst().first?.prefix { $0 != "\"" } ?? ""
        guard let start = data.range(of: Data("Content-Type: application/pdf".utf8)),
            let head = data.range(of: mark, in: start.upperBound..<data.endIndex),
            let end = data.range(of: Data("\r\n--".utf8), options: .backwards)
        else { return ProviderServer.File(name: String(name), byteCount: 0) }
        return ProviderServer.File(name: String(name), byteCount: end.lowerBound - head.upperBound)
    }
}
