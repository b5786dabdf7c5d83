using System.Data;
using System.Globalization;
using Dapper;

namespace HomeDash.Storage;

internal sealed class GuidColumn : SqlMapper.TypeHandler<Guid>
{
    public override void SetValue(IDbDataParameter parameter, Guid value)
    {
        parameter.DbType = DbType.String;
        parameter.Value = value.ToString("D");
    }

    public override Guid Parse(object value) => Guid.ParseExact((string)value, "D");
}

internal sealed class TimeColumn : SqlMapper.TypeHandler<DateTimeOffset>
{
    public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
    {
        parameter.DbType = DbType.Int64;
        parameter.Value = value.ToUnixTimeMilliseconds();
    }

    public override DateTimeOffset Parse(object value) =>
        DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(value, CultureInfo.InvariantCulture));
}

/// <summary>A number or truth value, read from whichever number type the engine gives.</summary>
internal sealed class NumberColumn<T>(Func<object, IFormatProvider, T> convert) : SqlMapper.TypeHandler<T>
    where T : struct
{
    public override void SetValue(IDbDataParameter parameter, T value) => parameter.Value = value;

    public override T Parse(object value) => convert(value, CultureInfo.InvariantCulture);
}

internal sealed class BytesColumn : SqlMapper.TypeHandler<byte[]>
{
    public override void SetValue(IDbDataParameter parameter, byte[]? value)
    {
        parameter.DbType = DbType.Binary;
        parameter.Value = value is null ? DBNull.Value : value;
    }

    public override byte[]? Parse(object value) => (byte[])value;
}
