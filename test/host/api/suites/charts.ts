import { openWorkbook } from '../../../../src/host/file/openWorkbook';
import { saveWorkbook } from '../../../../src/host/file/saveWorkbook';
import { load, useExcel } from '../excelHost';

const CELLS = [
  ['月份', '预测', '实际'],
  ['一月', 0.1, 0.2],
  ['二月', 0.3, 0.4],
];

const UNCOLORED = { color: null, markerFill: null, markerLine: null };

describe('charts', () => {
  const excel = useExcel();
  const names = async (sheet: Excel.Worksheet) =>
    (await load(sheet.charts, 'items/name')).items!.map(({ name }) => name);

  test('take headers and labels as names; each column is a series, or each row', async () => {
    await excel.sheet(CELLS, async (sheet, context) => {
      const chart = sheet.charts.add('ColumnClustered', sheet.getRange('A1:C3'), 'Columns');
      const wide = sheet.charts.add('Line', sheet.getRange('A1:C2'));
      const bare = sheet.charts.add('Pie', sheet.getRange('B2:B3'));
      const named = [chart, wide, bare].map(({ series }) => series.load('items/name,count'));
      const counts = [sheet.charts.getCount(), chart.series.getCount()];
      await context.sync();
      expect(named.map(({ items }) => items.map(({ name }) => name))).toEqual([
        ['预测', '实际'],
        ['一月'],
        ['Series1'],
      ]);
      expect([named[0]!.count, ...counts.map(({ value }) => value)]).toEqual([2, 3, 2]);
      expect(excel.workbook.sheets[0]!.charts.map(({ series }) => series[0])).toEqual([
        {
          name: '=Sheet1!$B$1',
          values: '=Sheet1!$B$2:$B$3',
          categories: '=Sheet1!$A$2:$A$3',
          ...UNCOLORED,
        },
        {
          name: '=Sheet1!$A$2',
          values: '=Sheet1!$B$2:$C$2',
          categories: '=Sheet1!$B$1:$C$1',
          ...UNCOLORED,
        },
        { name: 'Series1', values: '=Sheet1!$B$2:$B$3', categories: '', ...UNCOLORED },
      ]);
      chart.setData(sheet.getRange('A2:C3'), 'Rows');
      await context.sync();
      expect(excel.workbook.sheets[0]!.charts[0]!.series[1]).toEqual({
        name: '=Sheet1!$A$3',
        values: '=Sheet1!$B$3:$C$3',
        categories: '',
        ...UNCOLORED,
      });
    });
  });

  test('are found by name, in any case, and by place; deleted they are gone', async () => {
    await excel.sheet(CELLS, async (sheet, context) => {
      const { charts } = sheet;
      const first = charts.add('BarStacked', sheet.getRange('A1:C3'));
      charts.add('LineMarkers', sheet.getRange('A1:C3'));
      first.name = 'ARW_One';
      const [found, at, none] = [
        charts.getItem('arw_one').load('name,chartType,id'),
        charts.getItemAt(1).load('name'),
        charts.getItemOrNullObject('no').load('name'),
      ];
      charts.load('count');
      const home = found.worksheet.load('name');
      await context.sync();
      expect([found.name, found.chartType, at.name, none.isNullObject]).toEqual([
        'ARW_One',
        'BarStacked',
        'Chart 2',
        true,
      ]);
      expect([charts.count, home.name]).toEqual([2, 'Sheet1']);
      found.chartType = 'BarClustered';
      charts.getItemOrNullObject('no').delete();
      at.delete();
      expect(await names(sheet)).toEqual(['ARW_One']);
      expect(excel.workbook.sheets[0]!.charts[0]!.type).toBe('BarClustered');
    });
    expect(await excel.errorOf((sheet) => sheet.charts.getItem('no').load('name'))).toBe(
      'ItemNotFound',
    );
    expect(await excel.errorOf((sheet) => sheet.charts.getItemAt(7).load('name'))).toBe(
      'InvalidArgument',
    );
  });

  test('stand in points from the corner, or over cells', async () => {
    await excel.sheet(CELLS, async (sheet, context) => {
      const chart = sheet.charts.add('ColumnClustered', sheet.getRange('A1:C3'));
      const box = async () => {
        const { left, top, width, height } = await load(chart, 'left,top,width,height');
        return [left, top, width, height];
      };
      expect(await box()).toEqual([0, 0, 360, 216]);
      chart.left = 50;
      chart.top = 20;
      chart.width = 100;
      chart.height = 40;
      expect(await box()).toEqual([50, 20, 100, 40]);
      chart.setPosition('B2');
      expect(await box()).toEqual([48, 15, 100, 40]);
      chart.setPosition(sheet.getRange('B2'), 'C4');
      expect(await box()).toEqual([48, 15, 96, 45]);
      sheet.getRange('1:1').insert('Down');
      sheet.getRange('A:A').format.columnWidth = 60;
      await context.sync();
      expect(await box()).toEqual([60, 30, 96, 45]);
      sheet.getRange('2:4').delete('Up');
      sheet.getRange('A:B').delete('Left');
      expect(await box()).toEqual([0, 15, 48, 15]);
    });
  });

  test('have titles, a legend, axes and series that can be set', async () => {
    await excel.sheet(CELLS, async (sheet, context) => {
      const chart = sheet.charts.add('ColumnClustered', sheet.getRange('A1:C3'));
      const { title, legend, axes, series } = chart;
      const [first, second] = [series.getItemAt(0), series.getItemAt(1)];
      title.load('text,visible');
      legend.load('visible,position');
      axes.valueAxis.load('minimum,maximum');
      axes.categoryAxis.title.load('text,visible');
      await context.sync();
      expect([title.text, title.visible, legend.position, legend.visible]).toEqual([
        'Chart Title',
        true,
        'Right',
        true,
      ]);
      expect([axes.valueAxis.minimum, axes.categoryAxis.title.visible]).toEqual(['', false]);
      title.text = '校准';
      legend.position = 'Bottom';
      axes.valueAxis.minimum = 0;
      axes.valueAxis.maximum = 1;
      axes.valueAxis.title.visible = true;
      axes.categoryAxis.title.text = '月份';
      first.format.fill.setSolidColor('#0F6CBD');
      second.format.fill.setSolidColor('red');
      second.format.fill.clear();
      const third = series.add('另一');
      third.setValues(sheet.getRange('C2:C3'));
      third.setXAxisValues(sheet.getRange('A2:A3'));
      third.load('name');
      second.delete();
      await context.sync();
      expect(third.name).toBe('另一');
      first.name = '预';
      await context.sync();
      const [model] = excel.workbook.sheets[0]!.charts;
      expect(model).toMatchObject({
        title: '校准',
        legend: 'Bottom',
        axes: {
          category: { title: '月份' },
          value: { title: 'Axis Title', minimum: 0, maximum: 1 },
        },
        series: [
          { name: '预', color: '#0F6CBD' },
          { name: '另一', values: '=Sheet1!$C$2:$C$3', categories: '=Sheet1!$A$2:$A$3' },
        ],
      });
      title.visible = false;
      legend.visible = false;
      axes.valueAxis.title.visible = false;
      await context.sync();
      expect([model!.title, model!.legend, model!.axes.value.title]).toEqual([null, null, null]);
      title.visible = true;
      legend.visible = true;
      await context.sync();
      expect([model!.title, model!.legend]).toEqual(['Chart Title', 'Right']);
    });
  });

  test('of points have x and y, colours, and axes that cross where it is said', async () => {
    await excel.sheet(CELLS, async (sheet, context) => {
      const { series, axes } = sheet.charts.add('XYScatter', sheet.getRange('C2:C3'), 'Columns');
      const [points, { categoryAxis: x, valueAxis: y }] = [series.getItemAt(0), axes];
      points.load('markerBackgroundColor,markerForegroundColor');
      x.load('tickLabelPosition');
      await context.sync();
      expect([
        points.markerBackgroundColor,
        points.markerForegroundColor,
        x.tickLabelPosition,
      ]).toEqual(['', '', 'NextToAxis']);
      points.setXAxisValues(sheet.getRange('B2:B3'));
      points.markerBackgroundColor = '#0f6cbd';
      points.markerForegroundColor = 'red';
      x.setPositionAt(0.2);
      y.setPositionAt(0.3);
      x.tickLabelPosition = 'Low';
      x.load('numberFormat');
      x.format.line.load('color');
      await context.sync();
      expect([x.numberFormat, x.format.line.color]).toEqual(['General', '']);
      x.numberFormat = '0%';
      x.format.line.color = '#8A8A8A';
      points.load('markerBackgroundColor,markerForegroundColor');
      x.load('tickLabelPosition,numberFormat');
      x.format.line.load('color');
      await context.sync();
      expect([x.numberFormat, x.format.line.color]).toEqual(['0%', '#8A8A8A']);
      expect([
        points.markerBackgroundColor,
        points.markerForegroundColor,
        x.tickLabelPosition,
      ]).toEqual(['#0F6CBD', '#FF0000', 'Low']);
      expect(excel.workbook.sheets[0]!.charts).toMatchObject([
        {
          type: 'XYScatter',
          axes: { category: { crossedAt: 0.2, labels: 'Low' }, value: { crossedAt: 0.3 } },
          series: [{ values: '=Sheet1!$C$2:$C$3', categories: '=Sheet1!$B$2:$B$3' }],
        },
      ]);
    });
    expect(
      await excel.errorOf((sheet) => {
        const { axes } = sheet.charts.add('XYScatter', sheet.getRange('C2:C3'));
        axes.valueAxis.tickLabelPosition = 'Middle' as 'Low';
      }),
    ).toBe('InvalidArgument');
  });

  test('follow their cells and the names of sheets', async () => {
    await excel.sheet(CELLS, async (sheet, context) => {
      sheet.charts.add('ColumnClustered', sheet.getRange('A1:C3'));
      sheet.getRange('1:1').insert('Down');
      sheet.name = '账';
      await context.sync();
      const [chart] = excel.workbook.sheets[0]!.charts;
      expect(chart!.series[0]!.values).toBe('=账!$B$3:$B$4');
    });
  });

  test('are refused on protected sheets, and of kinds the workbench does not draw', async () => {
    const add = (sheet: Excel.Worksheet, type: string) =>
      sheet.charts.add(type as 'Line', sheet.getRange('A1:C3'));
    expect(
      await excel.errorOf((sheet) => {
        sheet.protection.protect();
        add(sheet, 'Line');
      }),
    ).toBe('AccessDenied');
    expect(await excel.errorOf((sheet) => add(sheet, 'Waterfall'))).toBe('InvalidArgument');
  });

  test('are in the file as they are in the workbook, and go without a trace', async () => {
    await excel.sheet(CELLS, async (sheet, context) => {
      sheet.charts.add('ColumnStacked', sheet.getRange('A1:C3'));
      sheet.charts.add('Line', sheet.getRange('A1:C3'));
      sheet.charts.add('LineMarkers', sheet.getRange('A1:C3'));
      sheet.charts.add('BarClustered', sheet.getRange('A1:C3'));
      const pie = sheet.charts.add('Pie', sheet.getRange('A1:B3'));
      pie.setPosition('E5', 'H20');
      pie.title.visible = false;
      pie.legend.position = 'Left';
      pie.series.getItemAt(0).format.fill.setSolidColor('#0F6CBD');
      const points = sheet.charts.add('XYScatter', sheet.getRange('C2:C3'));
      points.axes.categoryAxis.minimum = 0;
      points.axes.categoryAxis.setPositionAt(0.2);
      points.axes.valueAxis.setPositionAt(0.3);
      points.axes.valueAxis.tickLabelPosition = 'High';
      points.axes.valueAxis.numberFormat = '0.0%';
      points.axes.categoryAxis.format.line.color = '#8A8A8A';
      const painted = points.series.getItemAt(0);
      painted.setXAxisValues(sheet.getRange('B2:B3'));
      painted.markerBackgroundColor = '#0F6CBD';
      painted.markerForegroundColor = '#CA5010';
      sheet.charts.add('XYScatter', sheet.getRange('B2:C3'));
      const value = sheet.charts.getItemAt(0).axes.valueAxis;
      value.minimum = 0;
      value.title.text = 'a & b';
      await context.sync();
    });
    const bare = ({ charts }: { charts: readonly object[] }) =>
      charts.map((chart) => ({ ...chart, id: '', part: '' }));
    const file = saveWorkbook(excel.workbook);
    const again = openWorkbook(file, 'Book1.xlsx');
    const [sheet] = again.sheets;
    expect(bare(sheet!)).toEqual(bare(excel.workbook.sheets[0]!));
    expect(saveWorkbook(again)).toBe(file);
    const [first, second] = sheet!.charts;
    first!.name = 'Renamed';
    first!.from.row = 3;
    second!.series[0]!.values = '=Sheet1!$C$2:$C$3';
    second!.title = 'x';
    sheet!.charts[2]!.series[0]!.values = '=Sheet1!$C$2:$C$3';
    sheet!.charts.splice(3, 1);
    const third = openWorkbook(saveWorkbook(again), 'Book1.xlsx');
    expect(bare(third.sheets[0]!)).toEqual(bare(sheet!));
    sheet!.charts = [];
    const none = openWorkbook(saveWorkbook(again), 'Book1.xlsx');
    expect(none.sheets[0]!.charts).toEqual([]);
  });
});
