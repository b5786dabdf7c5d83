using System.Text.Json;

namespace HomeDash.Integrations.Homebridge.Tests;

/// <summary>Services of the HomeKit Accessory Protocol that no accessory of the tests has.</summary>
public sealed class MappingTests
{
    [Theory]
    [InlineData("LockMechanism", """{"LockCurrentState":1,"LockTargetState":1}""", EntityKind.Lock, EntityState.Locked)]
    [InlineData("LockMechanism", """{"LockCurrentState":2}""", EntityKind.Lock, EntityState.Jammed)]
    [InlineData("GarageDoorOpener", """{"CurrentDoorState":2}""", EntityKind.Cover, EntityState.Opening)]
    [InlineData("WindowCovering", """{"CurrentPosition":40,"TargetPosition":100,"PositionState":1}""", EntityKind.Cover, EntityState.Opening)]
    [InlineData("WindowCovering", """{"CurrentPosition":0,"TargetPosition":0,"PositionState":2}""", EntityKind.Cover, EntityState.Closed)]
    [InlineData("Thermostat", """{"CurrentTemperature":20.5,"TargetTemperature":21,"TargetHeatingCoolingState":0}""", EntityKind.Climate, EntityState.Off)]
    [InlineData("ContactSensor", """{"ContactSensorState":1}""", EntityKind.BinarySensor, EntityState.Open)]
    [InlineData("MotionSensor", """{"MotionDetected":true}""", EntityKind.BinarySensor, EntityState.On)]
    [InlineData("TemperatureSensor", """{"CurrentTemperature":20.5}""", EntityKind.Sensor, EntityState.Measured)]
    [InlineData("SecuritySystem", """{"SecuritySystemCurrentState":4}""", EntityKind.Alarm, EntityState.Triggered)]
    [InlineData("Fanv2", """{"Active":1,"RotationSpeed":66}""", EntityKind.Fan, EntityState.On)]
    [InlineData("Lightbulb", """{}""", EntityKind.Light, EntityState.Unknown)]
    public void Its_words_become_those_of_the_house(string type, string values, EntityKind kind, EntityState state)
    {
        var entity = HomebridgeMapping.ToEntity(new("id", type, "It", JsonElement.Parse(values)), "Bridge", "Hall", null)!;

        Assert.Equal((kind, state, "Hall"), (entity.Kind, entity.State, entity.Area));
    }

    [Fact]
    public void A_garage_is_opened_by_unlocking_alone()
    {
        var garage = HomebridgeMapping.ToEntity(new("id", "GarageDoorOpener", "Garage", JsonElement.Parse("""{"CurrentDoorState":1}""")), "Bridge", null, null)!;

        Assert.Equal([EntityAction.Close, EntityAction.Unlock], garage.Actions);
        Assert.Equal(("TargetDoorState", 0), HomebridgeMapping.CharacteristicsOf(new(EntityAction.Unlock), garage) is [var (name, value)] ? (name, value.GetInt32()) : default);
    }

    [Fact]
    public void What_is_no_part_of_the_house_is_left_out() =>
        Assert.Null(HomebridgeMapping.ToEntity(new("id", "ProtocolInformation", "Bridge", JsonElement.Parse("{}")), "Bridge", null, null));
}
