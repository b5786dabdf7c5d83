using System.Net.Http.Headers;
using System.Text.Json.Serialization.Metadata;

namespace HomeDash.Integrations.Arr;

/// <summary>The API that Sonarr and the programs made from it share: a key in a header, the version in the path, and lists in pages.</summary>
/// <param name="http">HTTP with the service.</param>
/// <param name="integration">The integration.</param>
/// <param name="product">What the service calls itself.</param>
/// <param name="path">Where its API is, for example <c>/api/v3</c>.</param>
internal sealed class ArrApi(ServiceHttp http, Integration integration, string product, string path) : IDisposable
{
    /// <summary>How much of a list is read at most.</summary>
    public const int MostRecords = 1000;

    // A film with all its pictures and titles can be 10 kB, and an answer may be 8 MB.
    private const int PageSize = 250;

    /// <summary>The name of the integration.</summary>
    public string Name => integration.Name;

    /// <summary>How errors of the service are worded.</summary>
    public ServiceErrors Errors => http.Errors;

    /// <summary>Reads what the service is, and sees that it is the one meant: they all answer at the same addresses.</summary>
    public async Task<ServiceVersion> TestAsync(CancellationToken cancellationToken)
    {
        var status = await GetAsync("/system/status", ArrJson.Default.ArrStatus, cancellationToken).ConfigureAwait(false);
        return status.AppName is null || status.AppName.Equals(product, StringComparison.OrdinalIgnoreCase)
            ? new(product, status.Version)
            : throw Errors.MakesNoSense($"the words of {(status.AppName.Length > 40 ? "another program" : status.AppName)}");
    }

    /// <summary>Reads something.</summary>
    /// <param name="what">Below the path of the API; begins with a slash.</param>
    /// <param name="type">What it is.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<T> GetAsync<T>(string what, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : notnull =>
        (await http.ReadAsync(() => Request(HttpMethod.Get, what), cancellationToken).ConfigureAwait(false)).Json(type);

    /// <summary>Reads a list that comes in pages, up to a number.</summary>
    /// <param name="what">The list, with its question mark and what else it is to be told.</param>
    /// <param name="most">How much of it is wanted.</param>
    /// <param name="type">What a page is.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<ArrPage<T>> ListAsync<T>(string what, int most, JsonTypeInfo<ArrPage<T>> type, CancellationToken cancellationToken)
    {
        var size = Math.Min(most, PageSize);
        var first = await PageAsync(1).ConfigureAwait(false);
        var pages = (Math.Min(most, first.TotalRecords) + size - 1) / size;
        var others = await Task.WhenAll(Enumerable.Range(2, Math.Max(0, pages - 1)).Select(PageAsync)).ConfigureAwait(false);
        return new(first.TotalRecords, [.. first.Records, .. others.SelectMany(page => page.Records)]);

        Task<ArrPage<T>> PageAsync(int page) => GetAsync($"{what}&page={page}&pageSize={size}", type, cancellationToken);
    }

    /// <summary>Tells the service to do something, once.</summary>
    /// <param name="what">Below the path of the API; begins with a slash.</param>
    /// <param name="patience">How long it may take.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer, whatever its status.</returns>
    public Task<ServiceResponse> PostAsync(string what, TimeSpan patience, CancellationToken cancellationToken) =>
        http.WriteAsync(Request(HttpMethod.Post, what), cancellationToken, patience);

    /// <summary>The address of a page of the service, for a browser.</summary>
    /// <param name="page">For example <c>series</c>.</param>
    /// <param name="slug">What the service calls the thing in addresses; without one there is no page.</param>
    public string? LinkTo(string page, string? slug) =>
        string.IsNullOrEmpty(slug) ? null : $"{(integration.Href ?? integration.Url).TrimEnd('/')}/{page}/{Uri.EscapeDataString(slug)}";

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private HttpRequestMessage Request(HttpMethod method, string what)
    {
        var request = new HttpRequestMessage(method, path + what);
        request.Headers.TryAddWithoutValidation("X-Api-Key", integration.Credentials.ApiKey?.Reveal());
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return request;
    }
}
