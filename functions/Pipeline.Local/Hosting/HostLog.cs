using Microsoft.Extensions.Logging;

namespace Pipeline.Local.Hosting;

/// <summary>The host's log messages.</summary>
internal static partial class HostLog
{
    [LoggerMessage(1, LogLevel.Warning, "The lease on message {MessageId} of queue {Queue} is lost; it will be delivered again.")]
    public static partial void LeaseLost(ILogger logger, string queue, string messageId);

    [LoggerMessage(2, LogLevel.Warning, "The lease on message {MessageId} of queue {Queue} could not be renewed.")]
    public static partial void RenewalFailed(ILogger logger, Exception error, string queue, string messageId);

    [LoggerMessage(3, LogLevel.Warning, "Queue {Queue} could not be read; trying again.")]
    public static partial void ReceiveFailed(ILogger logger, Exception error, string queue);

    [LoggerMessage(4, LogLevel.Warning, "Message {MessageId} of queue {Queue} could not be settled; it will be delivered again.")]
    public static partial void SettleFailed(ILogger logger, Exception error, string queue, string messageId);

    [LoggerMessage(5, LogLevel.Warning, "Container {Container} could not be listed; trying again.")]
    public static partial void ScanFailed(ILogger logger, Exception error, string container);

    [LoggerMessage(6, LogLevel.Warning, "What became of blob {Container}/{Blob} could not be noted; it will be delivered again.")]
    public static partial void BlobSettleFailed(ILogger logger, Exception error, string container, string blob);

    [LoggerMessage(7, LogLevel.Warning, "Receipts of function {Function} could not be written; trying again.")]
    public static partial void ReceiptsFailed(ILogger logger, Exception error, string function);

    [LoggerMessage(8, LogLevel.Information, "The host listens: {Functions}.")]
    public static partial void Listening(ILogger logger, string functions);

    [LoggerMessage(9, LogLevel.Warning, "{Count} runs did not end in time after they were cancelled.")]
    public static partial void Abandoned(ILogger logger, int count);

    [LoggerMessage(10, LogLevel.Warning, "The changes in database container {Container} could not be read; trying again.")]
    public static partial void FeedFailed(ILogger logger, Exception error, string container);

    [LoggerMessage(11, LogLevel.Warning, "That blob {Container}/{Blob} was deleted could not be told; trying again.")]
    public static partial void DeletionFailed(ILogger logger, Exception error, string container, string blob);
}
