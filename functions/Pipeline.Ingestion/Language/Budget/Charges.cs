using Azure;

namespace Pipeline.Ingestion.Language.Budget;

/// <summary>Whether a request that failed may stand on the bill.</summary>
internal static class Charges
{
    /// <summary>
    /// True when the request went out and no answer came back. A refusal costs nothing, nor does a service out of reach: if
    /// that counted, an hour of outage would use up the day.
    /// </summary>
    public static bool MayHaveBeenMade(RequestFailedException failure) => failure.Status == 0 && !NeverArrived(failure);

    private static bool NeverArrived(Exception failure)
    {
        for (var cause = failure.InnerException; cause is not null; cause = cause.InnerException)
        {
            if (cause is HttpRequestException
                {
                    HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError,
                })
            {
                return true;
            }
        }
        return false;
    }
}
