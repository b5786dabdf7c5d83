using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using FsCheck;
using FsCheck.Fluent;
using HomeDash.Procedures;

namespace HomeDash.Contract.Tests;

/// <summary>Makes results of nothing but their type: what a router could return, sensible or not.</summary>
internal static class ResultValues
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<Type, Gen<object>> Simple = new()
    {
        [typeof(string)] = Gen.Elements("", "plex", "a \"b\" \\ \n ä 😀").Select(text => (object)text),
        [typeof(bool)] = Gen.Elements(true, false).Select(yes => (object)yes),
        [typeof(Guid)] = Gen.Fresh(() => (object)Guid.NewGuid()),
        [typeof(DateTimeOffset)] = Gen.Elements<object>(DateTimeOffset.UnixEpoch, new DateTimeOffset(2026, 11, 20, 8, 30, 0, 123, TimeSpan.FromHours(2)), DateTimeOffset.UnixEpoch.AddTicks(1)),
        [typeof(DateOnly)] = Gen.Elements<object>(new DateOnly(2026, 2, 28), new DateOnly(1, 1, 1)),
        [typeof(TimeSpan)] = Gen.Elements<object>(TimeSpan.Zero, TimeSpan.FromSeconds(-1.5), TimeSpan.FromDays(4000)),
        [typeof(Uri)] = Gen.Elements<object>(new Uri("http://nas:8080"), new Uri("https://nas/a?b=c")),
        [typeof(Secret)] = Gen.Constant<object>(new Secret("hidden")),
        [typeof(byte[])] = Gen.Elements<object>(Array.Empty<byte>(), new byte[] { 1, 2, 3, 4 }),
        [typeof(JsonElement)] = Gen.Elements<object>(default(JsonElement), JsonElement.Parse("""{"a":[1,{}]}""")),
        [typeof(double)] = Gen.Elements<object>(0d, -1.5, 1e300),
        [typeof(float)] = Gen.Elements<object>(0f, -1.5f),
        [typeof(decimal)] = Gen.Elements<object>(0m, -1.5m, 79228162514264337593543950335m),
    };

    public static Gen<object> Of(Type type)
    {
        if (Simple.TryGetValue(type, out var simple))
        {
            return simple;
        }

        if (type.IsEnum)
        {
            var isFlags = type.IsDefined(typeof(FlagsAttribute));
            return Gen.Elements(Enum.GetValues(type).Cast<object>().Append(isFlags ? Enum.ToObject(type, 0) : Enum.GetValues(type).GetValue(0)!).ToArray());
        }

        if (type.IsPrimitive)
        {
            return Gen.Elements(0, 1, 100).Select(number => Convert.ChangeType(number, type, CultureInfo.InvariantCulture));
        }

        if (type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)))
        {
            return type.GenericTypeArguments is [_, var value] ? Map(value) : List(type.GenericTypeArguments[0]);
        }

        var options = type.GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false).Select(option => option.DerivedType).ToArray();
        return options.Length > 0 ? Gen.Elements(options).SelectMany(Of) : Record(type);
    }

    private static Gen<object> List(Type item) => Gen.Choose(0, 3).SelectMany(count => Of(item).ArrayOf(count)).Select(items =>
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        foreach (var each in items)
        {
            list.Add(each);
        }

        return (object)list;
    });

    private static Gen<object> Map(Type value) => Gen.Choose(0, 2).SelectMany(count => Of(value).ArrayOf(count)).Select(values =>
    {
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), value))!;
        foreach (var (index, each) in values.Index())
        {
            map.Add($"key {index}", each);
        }

        return (object)map;
    });

    private static Gen<object> Record(Type type)
    {
        var constructor = type.GetConstructors().Where(each => each.GetParameters() is not [{ } only] || only.ParameterType != type).MaxBy(each => each.GetParameters().Length);
        var parameters = constructor?.GetParameters() ?? [];
        var settable = type.GetProperties().Where(property => property.SetMethod?.IsPublic == true && parameters.All(parameter => parameter.Name != property.Name)).ToArray();
        return All([.. parameters.Select(parameter => Maybe(parameter.ParameterType, Nullability.Create(parameter))), .. settable.Select(property => Maybe(property.PropertyType, Nullability.Create(property)))])
            .Select(values =>
            {
                var made = constructor is null ? Activator.CreateInstance(type)! : constructor.Invoke(values[..parameters.Length]);
                foreach (var (property, value) in settable.Zip(values[parameters.Length..]))
                {
                    property.SetValue(made, value);
                }

                return made;
            });
    }

    private static Gen<object?> Maybe(Type type, NullabilityInfo nullability)
    {
        var value = Of(Nullable.GetUnderlyingType(type) ?? type).Select(each => (object?)each);
        return nullability.WriteState == NullabilityState.Nullable || nullability.ReadState == NullabilityState.Nullable ? Gen.OneOf(value, Gen.Constant<object?>(null)) : value;
    }

    private static Gen<object?[]> All(IReadOnlyList<Gen<object?>> parts) => parts.Aggregate(
        Gen.Constant<object?[]>([]), (all, next) => all.SelectMany(before => next.Select(value => (object?[])[.. before, value])));
}
