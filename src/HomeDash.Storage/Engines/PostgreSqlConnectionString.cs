using Npgsql;

namespace HomeDash.Storage;

/// <summary>Reads both ways to write where a PostgreSQL server is: <c>Host=…;…</c> and <c>postgresql://…</c>.</summary>
internal static class PostgreSqlConnectionString
{
    /// <exception cref="StorageUnavailableException">It is not understood. The message and the cause hold no part of it: it may hold a password.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string text)
    {
        try
        {
            return text.Contains("://", StringComparison.Ordinal) && !text.TrimStart().StartsWith("Host=", StringComparison.OrdinalIgnoreCase)
                ? FromUri(new Uri(text.Trim()))
                : new NpgsqlConnectionStringBuilder(text);
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            throw new StorageUnavailableException(
                "The PostgreSQL connection string is not understood. Write Host=…;Port=…;Username=…;Password=…;Database=… or postgresql://user:password@host:port/database.");
        }
    }

    private static NpgsqlConnectionStringBuilder FromUri(Uri uri)
    {
        var builder = new NpgsqlConnectionStringBuilder { Host = uri.Host.Trim('[', ']') };
        if (uri.Port > 0)
        {
            builder.Port = uri.Port;
        }

        var account = uri.UserInfo.Split(':', 2);
        if (account[0].Length > 0)
        {
            builder.Username = Uri.UnescapeDataString(account[0]);
        }

        if (account.Length == 2)
        {
            builder.Password = Uri.UnescapeDataString(account[1]);
        }

        if (uri.AbsolutePath.Length > 1)
        {
            builder.Database = Uri.UnescapeDataString(uri.AbsolutePath[1..]);
        }

        foreach (var setting in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = setting.Split('=', 2);

            // libpq writes sslmode=verify-full, Npgsql VerifyFull.
            var value = Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? "");
            builder[Uri.UnescapeDataString(pair[0])] = pair[0].Equals("sslmode", StringComparison.OrdinalIgnoreCase) ? value.Replace("-", "", StringComparison.Ordinal) : value;
        }

        return builder;
    }
}
