"""Writes with openpyxl a workbook that holds a bit of everything; argument: the file to write."""
import datetime
import sys

from openpyxl import Workbook
from openpyxl.chart import BarChart, LineChart, PieChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import (
    CellIsRule, ColorScaleRule, DataBarRule, FormulaRule, IconSetRule, Rule,
)
from openpyxl.styles import Alignment, Border, Font, GradientFill, PatternFill, Protection, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.table import Table, TableStyleInfo

book = Workbook()
ledger = book.active
ledger.title = '应收台账'
ledger.append(['客户', '单据号', '开票日期', '到期日', '应收金额', '已收金额', '未收'])
for i in range(30):
    ledger.append([
        f'客户{i % 7}', f'{i:06d}', datetime.date(2025, 1, 1 + i % 28), datetime.date(2025, 3, 1 + i % 28),
        1000.25 * (i + 1), 100 * i, f'=E{i + 2}-F{i + 2}',
    ])
red = PatternFill(bgColor='FFFFC7CE')
rules = ledger.conditional_formatting
rules.add('A2:G31', FormulaRule(formula=['$D2<DATE(2025,3,10)'], fill=red, stopIfTrue=True))
rules.add('E2:E31', CellIsRule(operator='between', formula=['2000', '5000'], font=Font(bold=True, color='FF9C0006')))
rules.add('E2:E31', DataBarRule(start_type='min', end_type='max', color='FF638EC6'))
rules.add('F2:F31', ColorScaleRule(start_type='min', start_color='FFF8696B', mid_type='percentile', mid_value=50,
                                   mid_color='FFFFEB84', end_type='max', end_color='FF63BE7B'))
rules.add('G2:G31', IconSetRule('3TrafficLights1', 'percent', [0, 33, 67], reverse=True))
rules.add('A2:A31', Rule(type='containsText', operator='containsText', text='3', formula=['NOT(ISERROR(SEARCH("3",A2)))'],
                         dxf=DifferentialStyle(font=Font(italic=True))))
rules.add('B2:B31', Rule(type='duplicateValues', dxf=DifferentialStyle(fill=red)))
rules.add('F2:F31', Rule(type='top10', rank=3, dxf=DifferentialStyle(fill=red)))
rules.add('F2:F31', Rule(type='aboveAverage', dxf=DifferentialStyle(border=Border(top=Side('thin', 'FF00FF00')))))

for validation, cells in (
    (DataValidation(type='list', formula1='"甲,乙,丙"', allow_blank=True, showErrorMessage=True, errorTitle='错', error='不在名单', errorStyle='warning'), 'H2:H31'),
    (DataValidation(type='whole', operator='between', formula1='0', formula2='100', showInputMessage=True, promptTitle='提示', prompt='0–100'), 'I2:I10'),
    (DataValidation(type='date', operator='greaterThan', formula1='DATE(2025,1,1)'), 'C2:C31'),
    (DataValidation(type='custom', formula1='LEN(B2)=6'), 'B2:B31'),
    (DataValidation(type='textLength', operator='lessThanOrEqual', formula1='20'), 'A2:A31'),
):
    ledger.add_data_validation(validation)
    validation.add(cells)

ledger['A1'].font = Font(name='宋体', size=12, bold=True, color='FFFF0000', underline='double')
ledger['B1'].fill = GradientFill(stop=('FF000000', 'FFFFFFFF'))
ledger['C1'].border = Border(left=Side('medium', 'FF0000FF'), bottom=Side('mediumDashDot'), diagonal=Side('hair'), diagonalUp=True)
ledger['D1'].alignment = Alignment(horizontal='centerContinuous', vertical='top', wrap_text=True, text_rotation=135, indent=1)
ledger['E1'].fill = PatternFill('solid', fgColor='FFFFFF00')
for row in range(2, 32):
    ledger.cell(row, 5).number_format = '#,##0.00'
    ledger.cell(row, 5).protection = Protection(locked=False)
ledger.freeze_panes = 'B2'
ledger.auto_filter.ref = 'A1:G31'
ledger.auto_filter.add_filter_column(0, ['客户0', '客户1'], blank=True)
ledger.auto_filter.add_sort_condition('A2:A31')
ledger.column_dimensions['A'].width = 18.5
ledger.column_dimensions['H'].hidden = True
ledger.row_dimensions[1].height = 30
ledger.row_dimensions[5].hidden = True
ledger.sheet_properties.tabColor = 'FF00B050'
ledger.print_title_rows = '1:1'
ledger.print_area = 'A1:G31'
ledger.page_setup.orientation = 'landscape'
ledger.page_setup.fitToHeight = 0
ledger.sheet_properties.pageSetUpPr.fitToPage = True
ledger.oddHeader.center.text = '&"宋体"应收账款 &P/&N'
ledger.oddFooter.right.text = '&D'
ledger.print_options.gridLines = True
ledger.row_breaks.append(Break(id=15))
ledger['A2'].comment = Comment('请核对', '会计')
ledger['A3'].hyperlink = 'https://example.com/a?b=1&c=2'
ledger['A4'].hyperlink = "#'汇总 & 图'!A1"

charts = book.create_sheet('汇总 & 图')
for row in [('月', '金额'), (1, 10), (2, 30), (3, 20)]:
    charts.append(row)
for kind, anchor in ((BarChart, 'D2'), (LineChart, 'D20'), (PieChart, 'M2')):
    chart = kind()
    chart.title = '趋势'
    chart.add_data(Reference(charts, min_col=2, min_row=1, max_row=4), titles_from_data=True)
    charts.add_chart(chart, anchor)
charts['F1'] = '=SUM(应收台账!E:E)'
charts['A6'] = '合并'
charts.merge_cells('A6:C7')
charts.merge_cells('A9:A12')
charts.sheet_view.showGridLines = False

tables = book.create_sheet("O'Brien 表")
tables.append(['客户', '额度', '占用', '率'])
for i in range(5):
    tables.append([f'客户{i}', 1000 * (i + 1), 300 * i, '=C%d/B%d' % (i + 2, i + 2)])
table = Table(displayName='额度表', ref='A1:D6')
table.tableStyleInfo = TableStyleInfo(name='TableStyleMedium9', showRowStripes=True)
tables.add_table(table)

hidden = book.create_sheet('隐藏')
hidden['A1'] = True
hidden['A2'] = '#N/A'
hidden['A3'] = ' 前后空格 '
hidden['A4'] = '两\n行'
hidden['A5'] = '<标签> & "引号" \'单\''
hidden.sheet_state = 'hidden'
very = book.create_sheet('深藏')
very.sheet_state = 'veryHidden'
chart_sheet = book.create_chartsheet('图表页')
chart = BarChart()
chart.add_data(Reference(charts, min_col=2, min_row=1, max_row=4), titles_from_data=True)
chart_sheet.add_chart(chart)
last = book.create_sheet('末页')
last['A1'] = 1
last.protection.set_password('secret')
last.protection.sheet = True
last.protection.autoFilter = False
last.protection.formatCells = False

book.defined_names.append(DefinedName('基准日', attr_text='DATE(2025,4,30)'))
book.defined_names.append(DefinedName('金额', attr_text='应收台账!$E$2:$E$31', comment='应收'))
book.defined_names.append(DefinedName('隐藏名', attr_text='1+1', hidden=True))
book.defined_names.append(DefinedName('局部', attr_text="'汇总 & 图'!$B$2", localSheetId=1))
book.properties.title = '账龄'
book.properties.creator = '会计'
book.save(sys.argv[1])
