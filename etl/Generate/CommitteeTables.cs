namespace SocietyParty.Etl.Generate;

/// <summary>A committee and the region that it stands for.</summary>
/// <param name="Weight">Its share of the societies.</param>
internal sealed record Committee(long Id, string RegionCode, string Level, long? ParentId, int Weight);

/// <summary>Regions, committees and their tree over time. Provinces are real, what lies below them is called 合成 and the code.</summary>
internal sealed class CommitteeTables
{
    private const string Country = "100000";
    private const int CitiesMax = 99;

    private static readonly (string Code, string Name)[] Provinces =
    [
        ("110000", "北京市"),
        ("120000", "天津市"),
        ("130000", "河北省"),
        ("140000", "山西省"),
        ("150000", "内蒙古自治区"),
        ("210000", "辽宁省"),
        ("220000", "吉林省"),
        ("230000", "黑龙江省"),
        ("310000", "上海市"),
        ("320000", "江苏省"),
        ("330000", "浙江省"),
        ("340000", "安徽省"),
        ("350000", "福建省"),
        ("360000", "江西省"),
        ("370000", "山东省"),
        ("410000", "河南省"),
        ("420000", "湖北省"),
        ("430000", "湖南省"),
        ("440000", "广东省"),
        ("450000", "广西壮族自治区"),
        ("460000", "海南省"),
        ("500000", "重庆市"),
        ("510000", "四川省"),
        ("520000", "贵州省"),
        ("530000", "云南省"),
        ("540000", "西藏自治区"),
        ("610000", "陕西省"),
        ("620000", "甘肃省"),
        ("630000", "青海省"),
        ("640000", "宁夏回族自治区"),
        ("650000", "新疆维吾尔自治区"),
    ];

    private readonly GenerateOptions options;
    private readonly List<Committee> committees = [];
    private readonly List<object?[]> regions = [];

    public CommitteeTables(GenerateOptions options)
    {
        this.options = options;
        if (options.Profile == Profile.City)
        {
            AddCity();
        }
        else
        {
            AddNation();
        }
    }

    public IReadOnlyList<Committee> Committees => committees;

    public TableRows Regions => new("graph.region", ["code", "name", "parent_code"], regions);

    public IEnumerable<TableRows> Tables()
    {
        yield return new(
            "graph.committee",
            ["id", "name", "region_code", "established_on"],
            committees.Select(committee =>
            {
                var chance = new Chance(options.Seed, Subject.Committee, committee.Id);
                return (object?[])
                    [
                        committee.Id,
                        $"合成-科技社团党委-{committee.RegionCode}",
                        committee.RegionCode,
                        chance.Percent(80) ? chance.Day(new(2010, 1, 1), new(2019, 12, 31)) : null,
                    ];
            })
        );
        yield return new("graph.committee_parent", ["committee_id", "parent_id", "valid_during"], committees.SelectMany(Parents));
    }

    // One county in twenty stood directly under its province before it came to its city.
    private IEnumerable<object?[]> Parents(Committee committee)
    {
        if (committee.ParentId is not { } parent)
        {
            yield break;
        }

        var chance = new Chance(options.Seed, Subject.Committee, -committee.Id);
        DateOnly? moved = null;
        if (committee.Level == "COUNTY" && chance.Percent(5) && committees[(int)parent - 1].ParentId is { } before)
        {
            moved = chance.Day(GenerateOptions.First, GenerateOptions.Last);
            yield return [committee.Id, before, Ranges.Days(new(2020, 1, 1), moved)];
        }

        yield return [committee.Id, parent, Ranges.Days(moved ?? new DateOnly(2020, 1, 1), null)];
    }

    private void AddCity()
    {
        AddRegion("330000", "浙江省", Country);
        AddRegion("330100", "合成市 3301", "330000");
        var city = Add("330100", "MUNICIPAL", null);
        for (var number = 1; committees.Count < options.Committees; number++)
        {
            AddCounty(city, number);
        }
    }

    private void AddNation()
    {
        foreach (var (code, name) in Provinces)
        {
            AddRegion(code, name, Country);
        }

        var top = Add(Country, "NATIONAL", null);
        var provinces = Provinces.Take(options.Committees - 1).Select(province => Add(province.Code, "PROVINCIAL", top.Id)).ToList();
        // China has 333 cities and about eight counties to each.
        var rest = options.Committees - committees.Count;
        var cities = new List<Committee>();
        for (var i = 0; i < (rest + 8) / 9 && i < provinces.Count * CitiesMax; i++)
        {
            var province = provinces[i % provinces.Count];
            var code = $"{province.RegionCode[..2]}{i / provinces.Count + 1:00}00";
            AddRegion(code, $"合成市 {code[..4]}", province.RegionCode);
            cities.Add(Add(code, "MUNICIPAL", province.Id));
        }

        for (var i = 0; committees.Count < options.Committees; i++)
        {
            AddCounty(cities[i % cities.Count], i / cities.Count + 1);
        }
    }

    private void AddCounty(Committee city, int number)
    {
        var code = $"{city.RegionCode[..4]}{number:00}";
        AddRegion(code, $"合成县 {code}", city.RegionCode);
        Add(code, "COUNTY", city.Id);
    }

    private Committee Add(string regionCode, string level, long? parentId)
    {
        var weight = level switch
        {
            "NATIONAL" => 200,
            "PROVINCIAL" => 130,
            "MUNICIPAL" => 60,
            _ => 14,
        };
        var committee = new Committee(committees.Count + 1, regionCode, level, parentId, weight);
        committees.Add(committee);
        return committee;
    }

    private void AddRegion(string code, string name, string parentCode) => regions.Add([code, name, parentCode]);
}
